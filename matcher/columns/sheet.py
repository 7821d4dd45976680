"""People as lists of values, column by column: the step between whatever they come from and arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matcher.columns.facets import SEVERAL, SINGLE, TEXTS
from matcher.types import Candidate


@dataclass(frozen=True, slots=True)
class Several:
    """
    What people state several of.

    Attributes
    ----------
    known : ndarray of bool, shape (rows,)
        Whether somebody states any, or that there are none.
    counts : ndarray of int64, shape (rows,)
        How many.
    values : mapping of str to sequence of length (entries,)
        By field, the entries of one person after those of the one before.
    """

    known: NDArray[np.bool_]
    counts: NDArray[np.int64]
    values: Mapping[str, Sequence[Any]]

    @property
    def owners(self) -> NDArray[np.int64]:
        """The row of each entry."""
        return np.arange(len(self.counts)).repeat(self.counts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    People as lists of values; ``None`` is unknown.

    Attributes
    ----------
    single : mapping of str to sequence of length (rows,)
        What a person states once, and texts.
    several : mapping of str to Several
        What a person states several of.
    """

    single: Mapping[str, Sequence[Any]]
    several: Mapping[str, Several]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> Self:
        """Write coded candidates side by side."""
        single = {name: list(map(attrgetter(name), candidates)) for name in (*SINGLE, *TEXTS)}
        return cls(single, {name: _several(name, candidates) for name in SEVERAL})

    def __len__(self) -> int:
        return len(self.single["id"])


def _several(name: str, candidates: Sequence[Candidate]) -> Several:
    held = list(map(attrgetter(name), candidates))
    entries = [entry for each in held for entry in each or ()]
    return Several(
        known=stated(held),
        counts=np.array([len(each or ()) for each in held], np.int64),
        values={part: list(map(attrgetter(part), entries)) for part in SEVERAL[name].fields},
    )


def stated(values: Iterable[Any]) -> NDArray[np.bool_]:
    """Say of each value whether it is one."""
    return np.array([value is not None for value in values], np.bool_)
