"""Everybody there is, in columns.

A pool never changes: `Pool.replace` and `Pool.remove` return a new one that shares what did not change, so
readers in other threads keep a whole picture without waiting. Who changes goes to a small segment of columns
at the end and leaves the old one; small segments are merged as they grow, so there are never many.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from matcher.coding import Coder
from matcher.columns import Columns, Numbers, Rows
from matcher.errors import DuplicateCandidateError, UnknownCandidateError
from matcher.knowledge import Knowledge
from matcher.types import Candidate
from matcher.vocabulary import Vocabulary

_GROWTH = 8  # a segment is merged with the one before it unless that is so many times larger


@dataclass(frozen=True)
class Segment:
    """Some people and their columns.

    Attributes
    ----------
    candidates : sequence of Candidate
        Coded.
    columns : Columns
        Theirs, in the same order.
    left : frozenset of int
        Rows of those who have left.
    """

    candidates: Sequence[Candidate]
    columns: Columns
    left: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.candidates) - len(self.left)

    @property
    def rows(self) -> Rows:
        """The rows of those who are still there."""
        rows = np.arange(len(self.candidates), dtype=np.int32)
        return np.delete(rows, list(self.left)) if self.left else rows

    def without(self, row: int) -> "Segment":
        """Return the segment after somebody has left."""
        return replace(self, left=self.left | {row})

    @property
    def people(self) -> Iterator[Candidate]:
        """Those who are still there."""
        return (each for row, each in enumerate(self.candidates) if row not in self.left)


_Place = tuple[int, int]


class Pool:
    """Coded candidates and their columns. Make one with `from_candidates`.

    Examples
    --------
    >>> pool = Pool.from_candidates([Candidate(id="p1"), Candidate(id="p2", modes=("remote",))])
    >>> len(pool), len(pool.remove("p1")), len(pool)
    (2, 1, 2)
    >>> pool.replace(Candidate(id="p1", max_weeks=6)).get("p1").max_weeks
    6
    """

    __slots__ = ("_changed", "_first", "_numbers", "segments", "vocabulary")

    def __init__(
        self,
        segments: tuple[Segment, ...],
        first: Mapping[str, int],
        changed: Mapping[str, _Place | None],
        numbers: Numbers,
        vocabulary: Knowledge,
    ) -> None:
        self.segments = segments
        self._first = first
        self._changed = changed
        self._numbers = numbers
        self.vocabulary = vocabulary

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
        return cls.of_coded(builder.candidates, Numbers(builder.vocabulary), builder.vocabulary)

    @classmethod
    def of_coded(cls, candidates: Sequence[Candidate], numbers: Numbers, vocabulary: Knowledge) -> Self:
        """Lay out the columns of coded candidates, each with an id of its own."""
        first = {candidate.id: row for row, candidate in enumerate(candidates)}
        return cls((Segment(candidates, Columns(candidates, numbers)),), first, {}, numbers, vocabulary)

    def __len__(self) -> int:
        return sum(map(len, self.segments))

    def __iter__(self) -> Iterator[Candidate]:
        return (candidate for segment in self.segments for candidate in segment.people)

    def __contains__(self, identity: str) -> bool:
        return self._find(identity) is not None

    def get(self, identity: str) -> Candidate:
        """Return one candidate, coded.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        segment, row = self._place(identity)
        return self.segments[segment].candidates[row]

    def prepare(self) -> None:
        """Make every column now, so that the first to rank does not wait for them."""
        for segment in self.segments:
            segment.columns.prepare()

    def replace(self, candidate: Candidate) -> Self:
        """Return a pool with this candidate in the place of the one with the same id, or added."""
        coded = Coder(self.vocabulary).candidate(candidate)
        segments, changed = list(self.segments), dict(self._changed)
        if (place := self._find(candidate.id)) is not None:
            segments[place[0]] = segments[place[0]].without(place[1])
        changed[candidate.id] = len(segments), 0
        segments.append(Segment([coded], Columns([coded], self._numbers)))
        return self._merged(segments, changed)

    def remove(self, identity: str) -> Self:
        """Return a pool without one candidate.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        number, row = self._place(identity)
        segments = list(self.segments)
        segments[number] = segments[number].without(row)
        return self._with(segments, {**self._changed, identity: None})

    def _merged(self, segments: list[Segment], changed: dict[str, _Place | None]) -> Self:
        """Merge segments at the end until each is much smaller than the one before."""
        while len(segments) > 1 and len(segments[-2]) < _GROWTH * len(segments[-1]):
            people = [*segments[-2].people, *segments[-1].people]
            del segments[-2:]
            if not segments:
                return self.of_coded(people, self._numbers, self.vocabulary)
            changed.update((each.id, (len(segments), row)) for row, each in enumerate(people))
            segments.append(Segment(people, Columns(people, self._numbers)))
        return self._with(segments, changed)

    def _with(self, segments: Iterable[Segment], changed: Mapping[str, _Place | None]) -> Self:
        return type(self)(tuple(segments), self._first, changed, self._numbers, self.vocabulary)

    def _find(self, identity: str) -> _Place | None:
        if identity in self._changed:
            return self._changed[identity]
        row = self._first.get(identity)
        return None if row is None else (0, row)

    def _place(self, identity: str) -> _Place:
        place = self._find(identity)
        if place is None:
            raise UnknownCandidateError("id", f"{identity!r} is nobody in this pool")
        return place


class PoolBuilder:
    """Takes candidates one at a time; one that is refused leaves no trace.

    Parameters
    ----------
    vocabulary : Knowledge
        What codes and words mean.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self.vocabulary = vocabulary
        self.candidates: list[Candidate] = []
        self._coder = Coder(vocabulary)
        self._known: set[str] = set()

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
            raise DuplicateCandidateError("id", f"{candidate.id!r} is there already")
        self.candidates.append(self._coder.candidate(candidate))
        self._known.add(candidate.id)

    def build(self) -> Pool:
        """Return the pool of all candidates taken so far."""
        return Pool.of_coded(self.candidates.copy(), Numbers(self.vocabulary), self.vocabulary)
