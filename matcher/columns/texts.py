"""Summaries as columns: which words each has, and who says a thing."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.columns.ragged import Ragged, Rows
from matcher.text import Prose, Wording, spaced, stem

_REMEMBERED = 2_048
_NOBODY: Rows = np.zeros(0, np.int32)


class TextColumns:
    """
    The words of summaries, cut to stems.

    Attributes
    ----------
    known : ndarray of bool, shape (rows,)
        Whether there is a summary.
    """

    def __init__(self, summaries: Sequence[str | None]) -> None:
        self._summaries = summaries
        self.known = np.fromiter((each is not None for each in summaries), np.bool_, len(summaries))
        numbers: dict[str, int] = {}
        words = [
            sorted({numbers.setdefault(stem(word), len(numbers)) for word in spaced(each or "").split()})
            for each in summaries
        ]
        self._numbers = numbers
        self._ragged = Ragged(map(len, words))
        self._words = np.fromiter((word for some in words for word in some), np.int32)
        owners = np.repeat(np.arange(len(words), dtype=np.int32), [len(some) for some in words])
        order = np.argsort(self._words, kind="stable")
        self._owners = owners[order]
        self._starts = np.searchsorted(self._words[order], np.arange(len(numbers) + 1))
        # What a summary says does not change, so it is looked for once.
        self.saying = lru_cache(_REMEMBERED)(self._saying)

    def shared(self, rows: Rows, stems: Iterable[str]) -> NDArray[np.int64]:
        """Count how many of some stems each row has."""
        wanted = np.zeros(len(self._numbers), np.int64)
        wanted[[self._numbers[each] for each in stems if each in self._numbers]] = 1
        entries = self._ragged.entries(rows)
        return entries.total(wanted[self._words[entries.places]])

    def _saying(self, wordings: tuple[Wording, ...]) -> Rows:
        """Return, in order, the rows whose summary says any of some wordings; see `Prose.says`."""
        near = [self._near(wording) for wording in wordings]
        rows = np.unique(np.concatenate([_NOBODY, *near]))
        return np.array([row for row in rows.tolist() if self._says(row, wordings)], np.int32)

    def _near(self, wording: Wording) -> Rows:
        """Return the rows with all words of a wording that its meaning hangs on."""
        words = wording.stems or {stem(word) for word in wording.words.split()}
        if not words or any(word not in self._numbers for word in words):
            return _NOBODY
        holders = sorted((self._holders(self._numbers[word]) for word in words), key=len)
        rows = holders[0]
        for others in holders[1:]:
            rows = np.intersect1d(rows, others, assume_unique=True)
        return rows

    def _holders(self, number: int) -> Rows:
        return self._owners[self._starts[number] : self._starts[number + 1]]

    def _says(self, row: int, wordings: tuple[Wording, ...]) -> bool:
        prose = Prose(self._summaries[row] or "")
        return any(prose.says(wording) for wording in wordings)
