"""Summaries as columns: who writes what, wherever it stands in the text."""

from functools import lru_cache, reduce

import numpy as np
from numpy.typing import NDArray

from matcher.columns.ragged import Rows
from matcher.columns.table import Table
from matcher.text import Wording, Wordings

_REMEMBERED = 2_048
_NOBODY: Rows = np.zeros(0, np.int32)


class SummaryIndex:
    """
    Where each word stands in the summaries, all written one after the other.

    Parameters
    ----------
    table : Table
        Of everybody.
    """

    def __init__(self, table: Table) -> None:
        self._known = table.numbers.words
        self._words = table.entries["words.number"]
        self._rows = table.ragged["words"].starts
        self._clauses = np.flatnonzero(table.entries["words.opens"]).astype(np.int32)
        order = np.argsort(self._words, kind="stable")
        self._places: Rows = order.astype(np.int32)
        self._starts = self._words[order].searchsorted(np.arange(len(self._known) + 1))
        # What a summary says does not change, so it is looked for once.
        self.saying = lru_cache(_REMEMBERED)(self._saying)
        self._with_stem = lru_cache(_REMEMBERED)(self._clauses_with_stem)

    def _saying(self, wordings: Wordings) -> Rows:
        """Return, in order, the rows whose summary says any of some wordings; see `Prose.says`."""
        found = [_NOBODY]
        for wording in wordings.each:
            found.append(self._as_written(wording))
            if wording.is_scattered:
                found.append(self._in_one_clause(wording))
        return np.unique(np.concatenate(found))

    def _as_written(self, wording: Wording) -> Rows:
        """Return the rows in which the words stand one after the other."""
        numbers = [self._known.find(word) for word in wording.words.split()]
        where = [_NOBODY if number is None else self._where(number) for number in numbers]
        rarest = min(range(len(where)), key=lambda i: len(where[i]))
        first = where[rarest] - rarest
        last = first + (len(numbers) - 1)
        rows = self._rows_of(first)
        within = (first >= 0) & (last < len(self._words)) & (rows == self._rows_of(last))
        first, rows = first[within], rows[within]
        for i, number in enumerate(numbers):
            stays = np.flatnonzero(self._words[first + i] == number)
            first, rows = first[stays], rows[stays]
        return np.asarray(rows)

    def _in_one_clause(self, wording: Wording) -> Rows:
        """Return the rows with a clause that has all the stems."""
        clauses = sorted((self._with_stem(stem) for stem in wording.stems), key=len)
        common = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), clauses)
        return self._rows_of(self._clauses[common])

    def _clauses_with_stem(self, stem: str) -> NDArray[np.int64]:
        places = [self._where(number) for number in self._known.of_stem(stem)]
        clauses = self._clauses.searchsorted(np.concatenate([_NOBODY, *places]), "right") - 1
        return np.asarray(np.unique(clauses))

    def _where(self, number: int) -> Rows:
        """Return where a word stands, in order; nowhere if it was met after this table was made."""
        if number + 1 >= len(self._starts):
            return _NOBODY
        return self._places[self._starts[number] : self._starts[number + 1]]

    def _rows_of(self, places: Rows) -> Rows:
        rows = self._rows.searchsorted(places, "right") - 1
        return np.asarray(rows, np.int32)
