"""Learns from all wordings together which of their features speak for a code and which against it."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_matrix, csr_matrix, hstack

from matcher.vocabulary.index import Vector
from matcher.vocabulary.shelf import kept

# Rounds of choosing the wordings still misjudged, and steps towards the best weights for them. Twice as many
# change no figure of the bench by more than .01; fewer lose as much.
_ROUNDS, _STEPS = 4, 8
_AT_ONCE = 16  # classes, so that little memory is needed
_MISTAKES = 2.0  # what a misjudged wording costs beside large weights

Array = npt.NDArray[np.float32]


class Classifier:
    """
    A linear support vector machine, one class against all others, learnt when the vocabulary is loaded.

    The nearest single wording is easily misled: "dental technician" shares more letters with "dental
    technician therapist" than with "technicien dentaire". Weights learnt from all wordings say that
    "technician" with "dental" is the laboratory, and what a stray word is worth. Learning is exact linear
    algebra from zero, without chance, so the same vocabulary always gives the same weights.

    Parameters
    ----------
    wordings : csc_matrix of shape (wordings, features)
        Their weighted features.
    classes : Sequence[int]
        The class of each wording, 0 to `count` - 1.
    count : int
        How many classes there are.

    Examples
    --------
    >>> from matcher.vocabulary.index import Index
    >>> index = Index([["nurs", "ward"], ["nurs"], ["driver", "truck"], ["driver"]])
    >>> classifier = Classifier(index.matrix(), [0, 0, 1, 1], 2)
    >>> classifier.scores(index.vector(["nurs", "driver", "ward"])).argmax().item()
    0
    """

    def __init__(self, wordings: csc_matrix, classes: Sequence[int], count: int) -> None:
        numbers = np.asarray(classes, np.int64)
        constant = np.ones((wordings.shape[0], 1), np.float32)
        matrix = hstack([wordings, constant]).tocsr()
        settings = f"{_ROUNDS} {_STEPS} {_MISTAKES} {matrix.shape} {count}".encode()
        data = (matrix.data.tobytes(), matrix.indices.tobytes(), matrix.indptr.tobytes(), numbers.tobytes())
        self._weights = kept((settings, *data), partial(_learnt, matrix, numbers, count))

    def scores(self, vector: Vector) -> npt.NDArray[np.float64]:
        """
        Judge a text.

        Parameters
        ----------
        vector : Vector
            Its features.

        Returns
        -------
        ndarray of shape (classes,)
            Above 1 for wordings that are surely of the class, below -1 for those that are surely not.
        """
        return np.asarray(
            vector.weights @ self._weights[vector.numbers] + self._weights[-1], dtype=np.float64
        )


def _learnt(wordings: csr_matrix, classes: npt.NDArray[np.int64], count: int) -> Array:
    """
    Find the weights with the least squared hinge loss, a few classes at a time.

    Newton's method: on the wordings not yet clear of the margin the loss is quadratic, and conjugate
    gradients solve it (Keerthi and DeCoste 2005, "A modified finite Newton method for fast solution of large
    scale linear SVMs").
    """
    signs = np.full((wordings.shape[0], count), -1, np.float32)
    signs[np.arange(len(classes)), classes] = 1
    features = wordings.T.tocsr()
    starts = range(0, signs.shape[1], _AT_ONCE)
    return np.hstack([_learnt_some(wordings, features, signs[:, i : i + _AT_ONCE]) for i in starts])


def _learnt_some(wordings: csr_matrix, features: csr_matrix, signs: Array) -> Array:
    """At first no wording is clear of any margin; after that few are not, and each class looks at its own."""
    weights = np.zeros((wordings.shape[1], signs.shape[1]), np.float32)
    _approach(weights, wordings, features, signs)
    for _ in range(_ROUNDS - 1):
        unclear = signs * (wordings @ weights) < 1
        for number in range(signs.shape[1]):
            rows = np.flatnonzero(unclear[:, number])
            column = slice(number, number + 1)
            _approach(weights[:, column], wordings[rows], wordings[rows].T, signs[rows, column])
    return weights


def _approach(weights: Array, wordings: csr_matrix, features: csr_matrix, signs: Array) -> None:
    """Move the weights by conjugate gradients towards the best for these wordings."""
    gap = _pulled(features, signs - wordings @ weights) - weights
    direction, size = gap.copy(), (gap * gap).sum(0)
    for _ in range(_STEPS):
        change = direction + _pulled(features, wordings @ direction)
        step = size / np.maximum((direction * change).sum(0), 1e-12)
        weights += step * direction
        gap -= step * change
        smaller = (gap * gap).sum(0)
        direction = gap + smaller / np.maximum(size, 1e-12) * direction
        size = smaller


def _pulled(features: csr_matrix, errors: Array) -> Array:
    """Sum over the wordings how much each feature would mend."""
    return np.asarray(_MISTAKES * (features @ errors), dtype=np.float32)
