"""How each thing a person states is written as a number, and read again without loss."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike

from matcher.columns.codes import COUNTRY_NUMBERS, LANGUAGE_NUMBERS, NONE, STATUS_NUMBERS
from matcher.columns.distinct import Distinct
from matcher.columns.numbers import Numbers
from matcher.periods import LAST_DAY
from matcher.types.candidate import UNLIMITED

FOR_EVER = LAST_DAY.toordinal() + 1
"""The day after the last of the calendar: what has no end."""
_FLAGS = {False: 0, True: 1}


@dataclass(frozen=True, slots=True)
class Field:
    """One column.

    Attributes
    ----------
    kind : dtype
        Of the numbers.
    writer, reader : callable
        From the numbers of a pool to what turns a value into its number, and a number into its value.
    """

    kind: DTypeLike
    writer: Callable[[Numbers], Callable[[Any], Any]]
    reader: Callable[[Numbers], Callable[[Any], Any]]


def whole(kind: DTypeLike) -> Field:
    """Return a column of whole numbers from 0."""
    return Field(
        kind,
        lambda _: lambda value: NONE if value is None else value,
        lambda _: lambda n: None if n < 0 else n,
    )


def decimal() -> Field:
    """Return a column of decimal numbers; NaN for none."""
    return Field(
        np.float64,
        lambda _: lambda value: np.nan if value is None else value,
        lambda _: lambda number: None if number != number else number,  # noqa: PLR0124 - NaN alone
    )


def flag() -> Field:
    """Return a column of yes, no and unknown."""
    return Field(np.int8, lambda _: lambda value: _FLAGS.get(value, NONE), lambda _: _bool_of)


def day() -> Field:
    """Return a column of days as `date.toordinal` counts them."""
    return Field(np.int32, lambda _: _ordinal_of, lambda _: _day_of)


def end_of_right() -> Field:
    """Return a column of days that may also be unlimited."""
    return Field(np.int32, lambda _: _end_number, lambda _: _end_of)


def listed(numbers: dict[str, int], kind: DTypeLike) -> Field:
    """Return a column of codes of a closed list."""
    codes = list(numbers)
    return Field(
        kind,
        lambda _: lambda code: NONE if code is None else numbers[code],
        lambda _: lambda number: None if number < 0 else codes[number],
    )


def country() -> Field:
    """Return a column of countries."""
    return listed(COUNTRY_NUMBERS, np.int16)


def language() -> Field:
    """Return a column of languages."""
    return listed(LANGUAGE_NUMBERS, np.int16)


def status() -> Field:
    """Return a column of licence statuses."""
    return listed(STATUS_NUMBERS, np.int8)


def coded(name: Literal["occupations", "specialties", "skills"]) -> Field:
    """Return a column of codes of the vocabulary."""

    def writer(numbers: Numbers) -> Callable[[Any], Any]:
        codes = getattr(numbers, name)
        return lambda code: NONE if code is None else codes[code]

    def reader(numbers: Numbers) -> Callable[[Any], Any]:
        codes = numbers.codes[name]
        return lambda number: None if number < 0 else codes[number]

    return Field(np.int16, writer, reader)


def shared(name: str) -> Field:
    """Return a column of values that many people share; `name` is where `Numbers` keeps them."""

    def distinct(numbers: Numbers) -> Distinct[Any]:
        values: Distinct[Any] = getattr(numbers, name)
        return values

    return Field(np.int32, lambda numbers: distinct(numbers).number, lambda numbers: distinct(numbers).value)


def _bool_of(number: int) -> bool | None:
    return None if number == NONE else bool(number)


def _ordinal_of(value: date | None) -> int:
    return NONE if value is None else value.toordinal()


def _day_of(number: int) -> date | None:
    return None if number == NONE else date.fromordinal(number)


def _end_number(value: date | str | None) -> int:
    return FOR_EVER if value == UNLIMITED else _ordinal_of(value)  # type: ignore[arg-type]


def _end_of(number: int) -> date | str | None:
    return UNLIMITED if number == FOR_EVER else _day_of(number)
