"""Learns from all wordings together which of their features speak for a code and which against it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_matrix, csr_matrix, hstack

from matcher.vocabulary.index import Vector

# Rounds of choosing the wordings still misjudged, and steps towards the best weights for them. Twice as many
# change no figure of the bench by more than .01; fewer lose as much.
_ROUNDS, _STEPS = 4, 8
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
        signs = np.full((wordings.shape[0], count), -1, np.float32)
        signs[np.arange(len(classes)), classes] = 1
        constant = np.ones((wordings.shape[0], 1), np.float32)
        self._weights = _learnt(hstack([wordings, constant]).tocsr(), signs)

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


def _learnt(wordings: csr_matrix, signs: Array) -> Array:
    """
    Find the weights with the least squared hinge loss, all classes side by side.

    Newton's method: on the wordings not yet clear of the margin the loss is quadratic, and conjugate
    gradients solve it (Keerthi and DeCoste 2005, "A modified finite Newton method for fast solution of large
    scale linear SVMs").
    """
    features = wordings.T.tocsr()
    weights = np.zeros((wordings.shape[1], signs.shape[1]), np.float32)
    unclear = np.ones_like(signs)
    for _ in range(_ROUNDS):
        gap = _pulled(features, unclear * (signs - wordings @ weights)) - weights
        _approach(weights, gap, wordings, features, unclear)
        unclear = (signs * (wordings @ weights) < 1).astype(np.float32)
    return weights


def _approach(weights: Array, gap: Array, wordings: csr_matrix, features: csr_matrix, unclear: Array) -> None:
    """Move the weights by conjugate gradients towards where the gap is zero."""
    direction, size = gap.copy(), (gap * gap).sum(0)
    for _ in range(_STEPS):
        change = direction + _pulled(features, unclear * (wordings @ direction))
        step = size / np.maximum((direction * change).sum(0), 1e-12)
        weights += step * direction
        gap -= step * change
        smaller = (gap * gap).sum(0)
        direction = gap + smaller / np.maximum(size, 1e-12) * direction
        size = smaller


def _pulled(features: csr_matrix, errors: Array) -> Array:
    """Sum over the wordings how much each feature would mend."""
    return np.asarray(_MISTAKES * (features @ errors), dtype=np.float32)
