"""Columns in which a person has several entries, one after the other."""

from collections.abc import Iterable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.columns.lazy import lazy

Rows = NDArray[np.int64] | NDArray[np.int32]
"""Numbers of rows; kept ones are shorter than those at work."""
Chosen = Rows | slice
"""Rows by their numbers, or from one to another."""
Places = NDArray[np.int64]
Value = TypeVar("Value", bound=np.generic)


class Entries:
    """
    The entries of some rows, in the order of the rows.

    Parameters
    ----------
    places : ndarray of shape (entries,) or slice
        Where each stands in the column.
    counts : ndarray of shape (rows,)
        How many each row has.

    Examples
    --------
    >>> entries = Ragged([2, 0, 1]).entries(np.array([2, 0, 1], np.int32))
    >>> entries.places.tolist(), entries.most(np.array([7, 3, 5]), -1).tolist()
    ([2, 0, 1], [7, 5, -1])
    """

    def __init__(self, places: Places | slice, counts: NDArray[np.int64]) -> None:
        self.places = places
        self.counts = counts

    @property
    def are_single(self) -> bool:
        """Whether each row has exactly one."""
        return self._some is None and bool((self.counts == 1).all())

    @lazy
    def _some(self) -> NDArray[np.bool_] | None:
        """The rows that have entries; None if all have."""
        some = self.counts > 0
        return None if some.all() else some

    @lazy
    def _starts(self) -> Places:
        starts = self.counts.cumsum() - self.counts
        return starts if self._some is None else starts[self._some]

    def most(self, values: NDArray[Value], default: Any) -> NDArray[Value]:
        """
        Return the greatest value of each row, the default where it has no entry; NaN never counts.

        Parameters
        ----------
        values : ndarray of shape (..., entries)
            Of each entry.
        default : scalar
            Of a row without entries.

        Returns
        -------
        ndarray of shape (..., rows)
        """
        return self._reduced(np.fmax if values.dtype.kind == "f" else np.maximum, values, default)

    def total(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return the sum of each row."""
        return self._reduced(np.add, values, 0)

    def spread(self, values: NDArray[Value]) -> NDArray[Value]:
        """Return the value of its row for each entry."""
        return values.repeat(self.counts)

    def _reduced(self, act: np.ufunc, values: NDArray[Value], default: Any) -> NDArray[Value]:
        rows, entries = len(self.counts), values.shape[-1]
        if self._some is None:
            return values if entries == rows else act.reduceat(values, self._starts, axis=-1)
        reduced = np.full((*values.shape[:-1], rows), default, values.dtype)
        if entries:
            reduced[..., self._some] = act.reduceat(values, self._starts, axis=-1)
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
    return np.asarray(others[placed(others, rows)] == rows)


def placed(others: Rows, rows: Rows) -> Places:
    """Return the place of each row among others, which are in order and not none, or a place nearby."""
    # All rows would be copied for numbers of another size.
    places = others.searchsorted(rows.astype(others.dtype, copy=False))
    return np.minimum(places, len(others) - 1, out=places)


def span(others: Rows, rows: slice) -> slice:
    """Return where those of others, which are in order, stand that are among rows."""
    first, last = others.searchsorted(np.array([rows.start, rows.stop], others.dtype))
    return slice(int(first), int(last))


class Ragged:
    """
    Where the entries of each row stand.

    Parameters
    ----------
    counts : iterable of int
        How many entries each row has.
    """

    __slots__ = ("starts",)

    def __init__(self, counts: Iterable[int]) -> None:
        numbers = np.asarray(counts if isinstance(counts, np.ndarray) else np.fromiter(counts, np.int64))
        self.starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(numbers)])

    @classmethod
    def from_starts(cls, starts: NDArray[np.int64]) -> "Ragged":
        """Read what stood in `starts`."""
        ragged = cls.__new__(cls)
        ragged.starts = starts
        return ragged

    def __len__(self) -> int:
        return len(self.starts) - 1

    def span(self, row: int) -> slice:
        """Return where the entries of one row stand."""
        return slice(self.starts[row], self.starts[row + 1])

    def entries(self, rows: Chosen) -> Entries:
        """Return the entries of some rows, which need not be in order."""
        if isinstance(rows, slice):
            starts = self.starts[rows.start : rows.stop + 1]
            return Entries(slice(starts[0], starts[-1]), np.diff(starts))
        starts = self.starts[rows]
        counts = self.starts[rows + 1] - starts
        before = counts.cumsum() - counts
        places = (starts - before).repeat(counts)
        places += np.arange(len(places))
        return Entries(places, counts)
