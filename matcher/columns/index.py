"""What is found once about all people of a table, and kept between positions."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.columns.codes import NONE
from matcher.columns.fields import FOR_EVER
from matcher.columns.lazy import lazy
from matcher.columns.licences import LicenceIndex
from matcher.columns.people import People
from matcher.columns.ragged import Rows
from matcher.columns.skills import SkillIndex
from matcher.columns.summaries import SummaryIndex
from matcher.columns.table import Table
from matcher.types import Candidate

_REMEMBERED = 2_048
_KEPT = 48


class Runs(NamedTuple):
    """Stretches of people of one kind: its number, the first row, and how many they are."""

    kinds: NDArray[np.int32]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]


class Index:
    """
    What is found once about the people of a table.

    All of it depends on the table alone, which never changes.

    Parameters
    ----------
    table : Table
        Those of one kind next to each other.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.kept = lru_cache(_KEPT)(self._make)
        self.listed = lru_cache(_REMEMBERED)(self._make)

    def candidate(self, row: int) -> Candidate:
        """Return one person as they were written."""
        return self._people.candidate(row)

    def prepare(self) -> None:
        """Find everything now that is found once."""
        for name, value in vars(type(self)).items():
            if isinstance(value, lazy):
                getattr(self, name)

    def find(self, identity: str) -> list[int]:
        """Return the rows of an id: one, or none."""
        hashes, rows = self._by_hash
        wanted = hash(identity)
        first = int(np.searchsorted(hashes, wanted))
        found = []
        while first < len(hashes) and hashes[first] == wanted:
            row = int(rows[first])
            if self.table.text("id", row) == identity:
                found.append(row)
            first += 1
        return found

    @lazy
    def _by_hash(self) -> tuple[NDArray[np.int64], Rows]:
        """The hashes of all ids in order, and the row of each."""
        ids = (self.table.text("id", row) for row in range(len(self.table)))
        hashes = np.fromiter(map(hash, ids), np.int64, len(self.table))
        order = np.argsort(hashes, kind="stable")
        return hashes[order], order.astype(np.int32)

    @lazy
    def _people(self) -> People:
        return People(self.table)

    @lazy
    def runs(self) -> Runs:
        """Where people of one kind stand next to each other."""
        kinds = self.table.single["kind"]
        starts = np.flatnonzero(np.diff(kinds, prepend=kinds[:1] - 1))
        return Runs(kinds[starts], starts, np.diff(starts, append=len(kinds)))

    @lazy
    def years(self) -> NDArray[np.float64]:
        """The years of who states at most one occupation: in it, and never more than those in all."""
        held, single = self.table.ragged["occupations"].entries(slice(0, len(self.table))), self.table.single
        in_it = held.most(self.table.entries["occupations.years"], np.nan)
        return np.where(single["occupations.known"], np.fmin(in_it, single["years_experience"]), np.nan)

    @lazy
    def have_several(self) -> NDArray[np.bool_]:
        """Who states several occupations."""
        return np.diff(self.table.ragged["occupations"].starts) > 1

    @lazy
    def free_first(self) -> NDArray[np.int32]:
        """The first day of each person's first stretch of free days; later than any where there is none."""
        return self._of_first_stretch("free.first", FOR_EVER)

    @lazy
    def free_last(self) -> NDArray[np.int32]:
        """The last day of each person's first stretch of free days; -1 where there is none."""
        return self._of_first_stretch("free.last", NONE)

    @lazy
    def free_again(self) -> NDArray[np.bool_]:
        """Who has several stretches of free days."""
        return np.diff(self.table.ragged["free"].starts) > 1

    def _of_first_stretch(self, name: str, otherwise: int) -> NDArray[np.int32]:
        starts = self.table.ragged["free"].starts
        some = np.diff(starts) > 0
        values = np.full(len(self.table), otherwise, np.int32)
        values[some] = self.table.entries[name][starts[:-1][some]]
        return values

    @lazy
    def licences(self) -> LicenceIndex:
        """Where people are registered."""
        return LicenceIndex(self.table)

    @lazy
    def skills(self) -> SkillIndex:
        """Who has stated which skill."""
        return SkillIndex(self.table)

    @lazy
    def summaries(self) -> SummaryIndex:
        """What people write about themselves."""
        return SummaryIndex(self.table)

    def _make(self, make: Callable[["Index", Any], Any], asked: Hashable) -> Any:
        """
        Return what a function says of everybody.

        `kept` remembers the last columns; `listed` the last lists of few people, of which there may be more.
        """
        return make(self, asked)
