"""Values that many people share, each kept once and numbered."""

from collections.abc import Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

from matcher.columns.codes import NONE

V = TypeVar("V", bound=Hashable)


class Distinct(Generic[V]):
    """
    Values numbered in the order in which they are met.

    It only grows, so a number once given stays true for every reader.

    Parameters
    ----------
    values : iterable, optional
        Those to begin with.

    Examples
    --------
    >>> titles = Distinct(["nurse"])
    >>> titles.number("midwife"), titles.number("nurse"), titles.number(None), titles.value(1)
    (1, 0, -1, 'midwife')
    """

    def __init__(self, values: Iterable[V] = ()) -> None:
        self.values = list(values)
        self._numbers = {value: number for number, value in enumerate(self.values)}
        self._adding = Lock()
        for value, number in self._numbers.items():
            self._note(value, number)

    def __len__(self) -> int:
        return len(self.values)

    def number(self, value: V | None) -> int:
        """Return the number of a value, new or not; -1 for nothing."""
        if value is None:
            return NONE
        known = self._numbers.get(value)
        return self._add(value) if known is None else known

    def _add(self, value: V) -> int:
        with self._adding:
            if value not in self._numbers:
                self.values.append(value)
                self._numbers[value] = len(self.values) - 1
                self._note(value, len(self.values) - 1)
            return self._numbers[value]

    def _note(self, value: V, number: int) -> None:
        """Take note of a new value."""

    def find(self, value: V) -> int | None:
        """Return the number of a value that was met before."""
        return self._numbers.get(value)

    def value(self, number: int) -> V | None:
        """Return the value of a number; nothing for -1."""
        return None if number == NONE else self.values[number]
