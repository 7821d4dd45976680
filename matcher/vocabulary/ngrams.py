"""Finds the wordings of the vocabulary most like a text, by the letters they share."""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt

_SHORTEST, _LONGEST = 2, 4


class NgramIndex:
    """
    TF-IDF over character n-grams within words, two to four letters long, with cosine similarity.

    Pure numpy posting lists: a query touches only the wordings it shares n-grams with. The weights come from
    the vocabulary alone, never from the texts asked, so an answer is replayable.

    Parameters
    ----------
    wordings : Sequence[str]
        Stems joined by spaces.

    Examples
    --------
    >>> index = NgramIndex(["registered nurs", "midwif"])
    >>> [position for position, likeness in index.nearest("nurs registered", 1)]
    [0]
    """

    def __init__(self, wordings: Sequence[str]) -> None:
        self._size = len(wordings)
        counts = [Counter(ngrams(wording)) for wording in wordings]
        self._numbers = {gram: i for i, gram in enumerate(dict.fromkeys(g for c in counts for g in c))}
        grams = np.fromiter((self._numbers[g] for c in counts for g in c), dtype=np.int32)
        tf = np.fromiter((n for c in counts for n in c.values()), dtype=np.float32)
        owners = np.repeat(np.arange(self._size, dtype=np.int32), [len(c) for c in counts])
        idf = _idf(grams, len(self._numbers), self._size)
        self._idf: list[float] = idf.tolist()
        weights = (1.0 + np.log(tf)) * idf[grams]
        norms = np.sqrt(np.bincount(owners, weights**2, minlength=self._size))
        order = np.argsort(grams, kind="stable")
        self._owners = owners[order]
        self._weights = (weights / np.maximum(norms[owners], 1e-9))[order].astype(np.float32)
        self._starts = np.searchsorted(grams[order], np.arange(len(self._numbers) + 1))

    def nearest(self, text: str, most: int) -> list[tuple[int, float]]:
        """
        Give the wordings most like a text.

        Parameters
        ----------
        text : str
            Stems joined by spaces.
        most : int
            How many to give at most.

        Returns
        -------
        list of tuple of int and float
            Position of the wording and cosine similarity above 0 and up to 1, best first, ties by position.
        """
        likeness = self.likeness(text)
        if likeness is None:
            return []
        count = min(most, self._size)
        best = np.argpartition(-likeness, count - 1)[:count]
        ordered = sorted((-float(likeness[i]), int(i)) for i in best)
        return [(i, -score) for score, i in ordered if score < 0]

    def likeness(self, text: str) -> npt.NDArray[np.float64] | None:
        """
        Compare a text with every wording.

        Parameters
        ----------
        text : str
            Stems joined by spaces.

        Returns
        -------
        ndarray of shape (wordings,) or None
            Cosine similarities, 0 to 1; `None` where no n-gram is known.
        """
        vector = self._vector(text)
        if not vector:
            return None
        spans = [(self._starts[g], self._starts[g + 1], w) for g, w in vector.items()]
        owners = np.concatenate([self._owners[a:b] for a, b, _ in spans])
        weights = np.concatenate([self._weights[a:b] * w for a, b, w in spans])
        return np.asarray(np.bincount(owners, weights, minlength=self._size), dtype=np.float64)

    def similarity(self, a: str, b: str) -> float:
        """
        Compare two texts by the n-grams the vocabulary knows.

        Parameters
        ----------
        a, b : str
            Stems joined by spaces.

        Returns
        -------
        float
            Cosine similarity, 0 to 1.
        """
        left, right = self._vector(a), self._vector(b)
        return min(1.0, sum(weight * right.get(gram, 0.0) for gram, weight in left.items()))

    def _vector(self, text: str) -> dict[int, float]:
        """Weigh the n-grams of a text, unknown ones in the length only, and scale to length one."""
        unseen = log(self._size + 1.0) + 1.0
        counts = Counter(ngrams(text))
        weights = {g: (1.0 + log(n)) * self._weight(g, unseen) for g, n in counts.items()}
        norm = sum(w * w for w in weights.values()) ** 0.5
        return {self._numbers[g]: w / norm for g, w in weights.items() if g in self._numbers}

    def _weight(self, gram: str, unseen: float) -> float:
        number = self._numbers.get(gram)
        return unseen if number is None else self._idf[number]


def _idf(grams: npt.NDArray[np.int32], kinds: int, size: int) -> npt.NDArray[np.float64]:
    """Weigh n-grams by how few wordings hold them, smoothed."""
    holders = np.bincount(grams, minlength=kinds)
    return np.asarray(np.log((size + 1.0) / (holders + 1.0)) + 1.0)


def ngrams(text: str) -> list[str]:
    """
    Cut each word, with a blank before and after, into runs of two to four letters.

    Parameters
    ----------
    text : str
        Words separated by single spaces.

    Returns
    -------
    list of str
        The n-grams in order, repeated where they repeat.

    Examples
    --------
    >>> ngrams("ob")
    [' o', 'ob', 'b ', ' ob', 'ob ', ' ob ']
    """
    padded = [f" {word} " for word in text.split()]
    return [
        word[start : start + length]
        for word in padded
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(word) - length + 1)
    ]
