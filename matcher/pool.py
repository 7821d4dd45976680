"""Everybody there is, in columns.

A pool never changes: `Pool.replace` and `Pool.remove` return a new one that shares what did not change, so
readers in other threads keep a whole picture without waiting. Each gate has one column of small numbers, one
number per person, that say which *facet* (say, which set of languages) the person has; a gate judges each
distinct facet once.
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator
from threading import Lock
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matcher.coding import Coder
from matcher.errors import DuplicateCandidateError, UnknownCandidateError
from matcher.gates import GATES
from matcher.knowledge import Knowledge
from matcher.types import Candidate
from matcher.vocabulary import Vocabulary

Rows = NDArray[np.int32]


class Facets:
    """The distinct facets that one gate has met, numbered as they come; only ever grows."""

    __slots__ = ("_lock", "_numbers", "values")

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[Hashable, int] = {}
        self._lock = Lock()

    def number(self, facet: Hashable) -> int:
        """Return the number of a facet, a new one if it was never met."""
        number = self._numbers.get(facet)
        if number is not None:
            return number
        with self._lock:
            if facet not in self._numbers:
                self.values.append(facet)
                self._numbers[facet] = len(self.values) - 1
            return self._numbers[facet]


Parts = tuple[list[Candidate], dict[str, int], tuple[Rows, ...], tuple[Facets, ...], Knowledge]


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

    __slots__ = ("_candidates", "_columns", "_facets", "_rows", "vocabulary")

    def __init__(
        self,
        candidates: list[Candidate],
        rows: dict[str, int],
        columns: tuple[Rows, ...],
        facets: tuple[Facets, ...],
        vocabulary: Knowledge,
    ) -> None:
        self._candidates = candidates
        self._rows = rows
        self._columns = columns
        self._facets = facets
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
        return cls(*builder.parts())

    def __len__(self) -> int:
        return len(self._candidates)

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._candidates)

    def __contains__(self, identity: str) -> bool:
        return identity in self._rows

    def get(self, identity: str) -> Candidate:
        """Return one candidate, coded.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        return self._candidates[self._row(identity)]

    def at(self, row: int) -> Candidate:
        """Return the candidate of one row of the columns."""
        return self._candidates[row]

    def column(self, gate: int) -> Rows:
        """Return the facet number of every row for one gate, by the gate's place in `GATES`."""
        return self._columns[gate]

    def facets(self, gate: int) -> list[Any]:
        """Return the facets of one gate by number; there may be more than the column uses."""
        return self._facets[gate].values

    def replace(self, candidate: Candidate) -> Self:
        """Return a pool with this candidate in the place of the one with the same id, or added."""
        coded = Coder(self.vocabulary).candidate(candidate)
        numbers = [f.number(gate.facet(coded)) for gate, f in zip(GATES, self._facets, strict=True)]
        if candidate.id in self._rows:
            return self._with_row(self._rows[candidate.id], coded, numbers)
        columns = tuple(
            np.append(column, np.int32(number)) for column, number in zip(self._columns, numbers, strict=True)
        )
        rows = {**self._rows, candidate.id: len(self)}
        return self._made_of([*self._candidates, coded], rows, columns)

    def remove(self, identity: str) -> Self:
        """Return a pool without one candidate; the last row takes the empty place.

        Raises
        ------
        UnknownCandidateError
            If nobody has this id.
        """
        row, last = self._row(identity), len(self) - 1
        candidates, rows = self._candidates[:last], dict(self._rows)
        columns = tuple(column[:last].copy() for column in self._columns)
        if row != last:
            candidates[row] = self._candidates[last]
            rows[candidates[row].id] = row
            for new, old in zip(columns, self._columns, strict=True):
                new[row] = old[last]
        del rows[identity]
        return self._made_of(candidates, rows, columns)

    def _with_row(self, row: int, coded: Candidate, numbers: list[int]) -> Self:
        candidates = self._candidates.copy()
        candidates[row] = coded
        columns = tuple(column.copy() for column in self._columns)
        for column, number in zip(columns, numbers, strict=True):
            column[row] = number
        return self._made_of(candidates, self._rows, columns)

    def _made_of(self, candidates: list[Candidate], rows: dict[str, int], columns: tuple[Rows, ...]) -> Self:
        return type(self)(candidates, rows, columns, self._facets, self.vocabulary)

    def _row(self, identity: str) -> int:
        if identity not in self._rows:
            raise UnknownCandidateError("id", f"{identity!r} is nobody in this pool")
        return self._rows[identity]


class PoolBuilder:
    """Takes candidates one at a time; one that is refused leaves no trace.

    Parameters
    ----------
    vocabulary : Knowledge
        What codes and words mean.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self._vocabulary = vocabulary
        self._coder = Coder(vocabulary)
        self._candidates: list[Candidate] = []
        self._rows: dict[str, int] = {}
        self._facets = tuple(Facets() for _ in GATES)
        self._numbers: tuple[array[int], ...] = tuple(array("i") for _ in GATES)

    def add(self, candidate: Candidate) -> None:
        """Code a candidate and put it at the end.

        Raises
        ------
        DuplicateCandidateError
            If its id is there already.
        UnknownCodeError
            If it names a code that the vocabulary does not have.
        """
        if candidate.id in self._rows:
            raise DuplicateCandidateError("id", f"{candidate.id!r} is there already")
        coded = self._coder.candidate(candidate)
        self._rows[candidate.id] = len(self._candidates)
        self._candidates.append(coded)
        for gate, column, known in zip(GATES, self._numbers, self._facets, strict=True):
            column.append(known.number(gate.facet(coded)))

    def build(self) -> Pool:
        """Return the pool of all candidates taken so far."""
        return Pool(*self.parts())

    def parts(self) -> Parts:
        """Return what a pool is made of."""
        columns = tuple(np.array(column, dtype=np.int32) for column in self._numbers)
        return self._candidates.copy(), dict(self._rows), columns, self._facets, self._vocabulary
