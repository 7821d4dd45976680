"""Columns in which a person has several entries, one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]
Places = NDArray[np.int64]
Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Entries:
    """
    The entries of some rows, in the order of the rows.

    Parameters
    ----------
    places : ndarray of shape (entries,)
        Where each stands in the column.
    counts : ndarray of shape (rows,)
        How many each row has.

    Examples
    --------
    >>> entries = Ragged([2, 0, 1]).entries(np.array([2, 0, 1], np.int32))
    >>> entries.places.tolist(), entries.most(np.array([7, 3, 5]), -1).tolist()
    ([2, 0, 1], [7, 5, -1])
    """

    places: Places
    counts: Places

    def most(self, values: NDArray[Value], default: Any) -> NDArray[Value]:
        """Return the greatest value of each row, the default where it has no entry; NaN never counts."""
        return self._reduced(np.fmax, values, default)

    def total(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return the sum of each row."""
        return self._reduced(np.add, values, 0)

    def spread(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return the value of its row for each entry."""
        return np.repeat(values, self.counts)

    def _reduced(self, act: np.ufunc, values: NDArray[Value], default: Any) -> NDArray[Value]:
        reduced = np.full(len(self.counts), default, values.dtype)
        if len(values):
            some = self.counts > 0
            starts = np.cumsum(self.counts) - self.counts
            reduced[some] = act.reduceat(values, starts[some])
        return reduced


def among(rows: Rows, others: Rows) -> NDArray[np.bool_]:
    """
    Say of each row whether it is one of others, which are in order.

    Examples
    --------
    >>> among(np.array([4, 1]), np.array([1, 2, 3])).tolist()
    [False, True]
    """
    if not len(others):
        return np.zeros(len(rows), np.bool_)
    places = np.minimum(np.searchsorted(others, rows), len(others) - 1)
    return np.asarray(others[places] == rows)


class Ragged:
    """
    Where the entries of each row stand.

    Parameters
    ----------
    counts : Iterable[int]
        How many entries each row has.
    """

    __slots__ = ("_starts",)

    def __init__(self, counts: Iterable[int]) -> None:
        numbers = np.fromiter(counts, np.int64)
        self._starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(numbers)])

    def entries(self, rows: Rows) -> Entries:
        """Return the entries of some rows, which need not be in order."""
        starts = self._starts[rows]
        counts = self._starts[rows + 1] - starts
        before = np.cumsum(counts) - counts
        places = np.repeat(starts - before, counts) + np.arange(counts.sum())
        return Entries(places, counts)
