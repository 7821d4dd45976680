"""Everybody there is, in columns.

A pool never changes: `Pool.replace` and `Pool.remove` return a new one that shares what did not change, so
readers in other threads keep a whole picture without waiting. Who changes leaves the old columns and goes to
a small segment of new ones; small segments are merged as they grow, so there are never many.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Self

import numpy as np

from matcher.coding import Coder
from matcher.columns import Index, Numbers, Rows, Sheet, Table
from matcher.columns.lazy import lazy
from matcher.errors import DuplicateCandidateError, UnknownCandidateError
from matcher.knowledge import Knowledge
from matcher.sheet_coding import code_sheet
from matcher.types import Candidate
from matcher.vocabulary import Vocabulary

_GROWTH = 8  # a segment is merged with the one before it unless that is so many times larger
_AT_ONCE = 20_000  # so many people stand in memory as objects while they are read
_NOBODY: Rows = np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False)
class Segment:
    """Some people and their columns.

    Attributes
    ----------
    index : Index
        Of the table that holds them.
    left : ndarray of int32
        Rows of those who have left, in order.
    """

    index: Index
    left: Rows = field(default_factory=lambda: _NOBODY)

    def __len__(self) -> int:
        return len(self.index.table) - len(self.left)

    @property
    def rows(self) -> Rows:
        """The rows of those who are still there."""
        return np.delete(np.arange(len(self.index.table), dtype=np.int32), self.left)

    @property
    def people(self) -> Table:
        """Those who are still there."""
        return self.index.table.take(self.rows) if len(self.left) else self.index.table

    def find(self, identity: str) -> int | None:
        """Return the row of somebody who is still there."""
        return next((row for row in self.index.find(identity) if row not in self.left), None)

    def without(self, row: int) -> "Segment":
        """Return the segment after somebody has left."""
        place = int(np.searchsorted(self.left, row))
        return replace(self, left=np.asarray(np.insert(self.left, place, row), np.int32))


class Pool:
    """Coded candidates in columns. Make one with `from_candidates`.

    Examples
    --------
    >>> pool = Pool.from_candidates([Candidate(id="p1"), Candidate(id="p2", modes=("remote",))])
    >>> len(pool), len(pool.remove("p1")), len(pool)
    (2, 1, 2)
    >>> pool.replace(Candidate(id="p1", max_weeks=6)).get("p1").max_weeks
    6
    """

    def __init__(
        self, numbers: Numbers, settled: Iterable[Segment], changed: Mapping[str, Candidate]
    ) -> None:
        self._numbers = numbers
        self._settled = tuple(settled)
        self._changed = changed
        self.vocabulary: Knowledge = numbers.vocabulary

    @classmethod
    def from_candidates(cls, candidates: Iterable[Candidate], vocabulary: Knowledge | None = None) -> Self:
        """Code the candidates and lay out their columns.

        Parameters
        ----------
        candidates : iterable of Candidate
            In any order; rankings do not depend on it.
        vocabulary : Knowledge, optional
            Ours, unless given.

        Raises
        ------
        DuplicateCandidateError
            If two have the same id.
        UnknownCodeError
            If one names a code that the vocabulary does not have.
        """
        builder = PoolBuilder(vocabulary if vocabulary is not None else Vocabulary.load())
        for candidate in candidates:
            builder.add(candidate)
        return cls.of_table(builder.table())

    @classmethod
    def of_table(cls, table: Table) -> Self:
        """Return the pool of the coded people of a table, each with an id of its own."""
        return cls(table.numbers, (Segment(Index(table.in_order())),), {})

    def __len__(self) -> int:
        return sum(map(len, self._settled)) + len(self._changed)

    def __iter__(self) -> Iterator[Candidate]:
        settled = (segment.index.candidate(row) for segment in self._settled for row in segment.rows)
        return chain(settled, self._changed.values())

    def __contains__(self, identity: str) -> bool:
        settled = (segment.find(identity) for segment in self._settled)
        return identity in self._changed or any(row is not None for row in settled)

    def get(self, identity: str) -> Candidate:
        """Return one candidate, coded.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        if identity in self._changed:
            return self._changed[identity]
        for segment in self._settled:
            row = segment.find(identity)
            if row is not None:
                return segment.index.candidate(row)
        raise _nobody(identity)

    @lazy
    def segments(self) -> tuple[Segment, ...]:
        """Everybody, in few sets of columns."""
        if not self._changed:
            return self._settled
        new = Segment(Index(Table.of(Sheet.of(list(self._changed.values())), self._numbers).in_order()))
        return _merged([*self._settled, new])

    @property
    def people(self) -> Table:
        """Everybody who is there as one table, one segment after the other."""
        first, *others = (segment.people for segment in self.segments)
        # One that stands in a file is not copied.
        return Table.joined([first, *others]) if others else first

    def prepare(self) -> None:
        """Find everything now that is found once, so that the first to rank does not wait for it."""
        for segment in self.segments:
            segment.index.prepare()

    def replace(self, candidate: Candidate) -> Self:
        """Return a pool with this candidate in the place of the one with the same id, or added."""
        coded = Coder(self.vocabulary).candidate(candidate)
        settled, changed = self._parts()
        if coded.id not in changed:
            _leave(settled, coded.id)
        return type(self)(self._numbers, settled, {**changed, coded.id: coded})

    def remove(self, identity: str) -> Self:
        """Return a pool without one candidate.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        settled, changed = self._parts()
        others = {each: who for each, who in changed.items() if each != identity}
        if len(others) == len(changed) and not _leave(settled, identity):
            raise _nobody(identity)
        return type(self)(self._numbers, settled, others)

    def _parts(self) -> tuple[list[Segment], Mapping[str, Candidate]]:
        """Return who stands in columns, and who changed since, if they were not put there already."""
        if "segments" in vars(self):
            return list(self.segments), {}
        return list(self._settled), self._changed


def _leave(segments: list[Segment], identity: str) -> bool:
    """Take somebody out of the segment they are in, if any."""
    for number, segment in enumerate(segments):
        row = segment.find(identity)
        if row is not None:
            segments[number] = segment.without(row)
            return True
    return False


def _nobody(identity: str) -> UnknownCandidateError:
    return UnknownCandidateError("id", f"{identity!r} is nobody in this pool")


def _there_already(identity: str) -> DuplicateCandidateError:
    return DuplicateCandidateError("id", f"{identity!r} is there already")


def _merged(segments: list[Segment]) -> tuple[Segment, ...]:
    """Merge segments at the end until each is much smaller than the one before."""
    while len(segments) > 1 and len(segments[-2]) < _GROWTH * len(segments[-1]):
        people = Table.joined([segments[-2].people, segments[-1].people])
        segments[-2:] = [Segment(Index(people.in_order()))]
    return tuple(segments)


class PoolBuilder:
    """Takes candidates one at a time; one that is refused leaves no trace.

    Parameters
    ----------
    vocabulary : Knowledge
        What codes and words mean.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self._numbers = Numbers(vocabulary)
        self._coder = Coder(vocabulary)
        self._known: set[str] = set()
        self._waiting: list[Candidate] = []
        self._tables: list[Table] = []

    def add(self, candidate: Candidate) -> None:
        """Code a candidate and put it at the end.

        Raises
        ------
        DuplicateCandidateError
            If its id is there already.
        UnknownCodeError
            If it names a code that the vocabulary does not have.
        """
        if candidate.id in self._known:
            raise _there_already(candidate.id)
        self._waiting.append(self._coder.candidate(candidate))
        self._known.add(candidate.id)
        if len(self._waiting) == _AT_ONCE:
            self._write()

    def add_sheet(self, sheet: Sheet) -> None:
        """Code the people of a sheet and put them at the end.

        Raises
        ------
        DuplicateCandidateError
            If an id is there already, or twice in the sheet.
        UnknownCodeError
            If somebody names a code that the vocabulary does not have.
        """
        known = set(self._known)
        for identity in sheet.single["id"]:
            if identity in known:
                raise _there_already(identity)
            known.add(identity)
        self._tables.append(Table.of(code_sheet(sheet, self._coder), self._numbers))
        self._known = known

    def table(self) -> Table:
        """Return everybody taken so far as arrays."""
        self._write()
        self._tables = [Table.joined(self._tables)]
        return self._tables[0]

    def build(self) -> Pool:
        """Return the pool of all candidates taken so far."""
        return Pool.of_table(self.table())

    def _write(self) -> None:
        self._tables.append(Table.of(Sheet.of(self._waiting), self._numbers))
        self._waiting = []
