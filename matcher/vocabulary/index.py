"""Compares a text with all wordings at once by what they have in common."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_matrix

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vector:
    """The known features of a text and their weights, scaled to length one, unknown features included."""

    numbers: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


class Index:
    """
    TF-IDF over features of wordings, with cosine similarity.

    Posting lists in numpy: a text touches only the wordings it shares features with. The weights come from
    the vocabulary alone, never from the texts asked, so an answer can be replayed.

    Parameters
    ----------
    wordings : Iterable[Sequence[str]]
        The features of each wording.

    Examples
    --------
    >>> index = Index([["nurs", "registered"], ["midwif"]])
    >>> index.likeness(index.vector(["registered", "nurs"])).round(2).tolist()
    [1.0, 0.0]
    """

    def __init__(self, wordings: Iterable[Sequence[str]]) -> None:
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        rows = [[number(feature, len(self._numbers)) for feature in wording] for wording in wordings]
        self.size = len(rows)
        owners, numbers, times = _counted(rows)
        idf = np.log((self.size + 1.0) / (np.bincount(numbers, minlength=len(self._numbers)) + 1.0)) + 1.0
        self._rarity: dict[str, float] = dict(zip(self._numbers, idf.tolist(), strict=True))
        self._unseen = log(self.size + 1.0) + 1.0
        weights = (1.0 + np.log(times)) * idf[numbers]
        norms = np.sqrt(np.bincount(owners, weights**2, minlength=self.size))
        self._owners = owners.astype(np.int32)
        self._weights = (weights / norms[owners]).astype(np.float32)
        starts = np.searchsorted(numbers, np.arange(len(self._numbers) + 1))
        self._starts: list[int] = starts.tolist()

    def matrix(self) -> csc_matrix:
        """Give the weights as a sparse matrix of shape (wordings, features)."""
        shape = (self.size, len(self._numbers))
        return csc_matrix((self._weights, self._owners, self._starts), shape=shape)

    def vector(self, features: Iterable[str]) -> Vector:
        """
        Weigh the features of a text.

        Parameters
        ----------
        features : Iterable[str]
            Features, known or not.

        Returns
        -------
        Vector
            The known ones; the unknown count in the length, so that a text half unknown is half as like.
        """
        rarity, unseen = self._rarity.get, self._unseen
        counts = Counter(features)
        return self.scaled(
            {f: (1.0 + log(n) if n > 1 else 1.0) * rarity(f, unseen) for f, n in counts.items()}
        )

    def scaled(self, weights: Mapping[str, float]) -> Vector:
        """
        Scale weights given for features to length one, as `vector` does.

        Parameters
        ----------
        weights : Mapping[str, float]
            Positive weights by feature.

        Returns
        -------
        Vector
            The known features.
        """
        norm = sqrt(sum(w * w for w in weights.values())) or 1.0
        known = {self._numbers[f]: w / norm for f, w in weights.items() if f in self._numbers}
        numbers = np.fromiter(known.keys(), np.int32, len(known))
        return Vector(numbers, np.fromiter(known.values(), np.float32, len(known)))

    def rarity(self, feature: str) -> float:
        """Say how much a feature tells: 1 if every wording has it, more the fewer do."""
        return self._rarity.get(feature, self._unseen)

    def likeness(self, vector: Vector) -> npt.NDArray[np.float64]:
        """
        Compare a text with every wording.

        Parameters
        ----------
        vector : Vector
            The text.

        Returns
        -------
        ndarray of shape (wordings,)
            Cosine similarities, 0 to 1.
        """
        if not len(vector.numbers):
            return np.zeros(self.size)
        starts = self._starts
        spans = [slice(starts[n], starts[n + 1]) for n in vector.numbers.tolist()]
        owners = np.concatenate([self._owners[span] for span in spans])
        lengths = [span.stop - span.start for span in spans]
        weights = np.concatenate([self._weights[span] for span in spans]) * np.repeat(vector.weights, lengths)
        return np.asarray(np.bincount(owners, weights, minlength=self.size), dtype=np.float64)

    def similarity(self, a: Iterable[str], b: Iterable[str]) -> float:
        """
        Compare two texts by the features the vocabulary knows.

        Parameters
        ----------
        a, b : Iterable[str]
            Their features.

        Returns
        -------
        float
            Cosine similarity, 0 to 1.
        """
        left, right = self.vector(a), self.vector(b)
        weights = dict(zip(right.numbers.tolist(), right.weights.tolist(), strict=True))
        shared = zip(left.numbers.tolist(), left.weights.tolist(), strict=True)
        return float(min(1.0, sum(weight * weights.get(number, 0.0) for number, weight in shared)))


def _counted(rows: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers, Numbers]:
    """Give owner, feature and number of times, ordered by feature and then by owner."""
    lengths = [len(row) for row in rows]
    features = np.fromiter(chain.from_iterable(rows), np.int64, sum(lengths))
    owners = np.repeat(np.arange(len(rows)), lengths)
    places, times = np.unique(features * len(rows) + owners, return_counts=True)
    return places % len(rows), places // len(rows), times
