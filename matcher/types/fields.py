"""Reading one JSON object field by field, so that every refusal names the field and the rule."""

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, Self, TypeVar

from matcher.errors import (
    MissingFieldError,
    OutOfRangeError,
    UnknownChoiceError,
    UnsafeTextError,
    WrongTypeError,
)
from matcher.iso import COUNTRIES, LANGUAGES

LINE = 300
PROSE = 20_000
MOST_ITEMS = 500
COUNTRY_RULE = "must be a country code of ISO 3166-1 alpha-2 in capitals, such as GN"
LANGUAGE_RULE = (
    "must be a language code in small letters, such as fr or wes: of ISO 639-1, or 639-3 for the region"
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_PROSE_CONTROLS = frozenset("\n\r\t")
T = TypeVar("T")


class Fields:
    """One JSON object and the path at which it stands.

    Every reader returns ``None`` for a field that is null or absent: unknown. Fields nobody reads are left
    alone, so that a form can grow without breaking older engines.

    Parameters
    ----------
    data : Mapping
        The JSON object.
    path : str
        Its place in the whole line, empty for the line itself.

    Raises
    ------
    WrongTypeError
        If `data` is not an object.

    Examples
    --------
    >>> Fields({"weeks": 6}).whole("weeks", 1, 520)
    6
    >>> Fields({"weeks": -1}).whole("weeks", 1, 520)
    Traceback (most recent call last):
        ...
    matcher.errors.OutOfRangeError: weeks: must be a whole number from 1 to 520
    """

    __slots__ = ("_data", "_path")

    def __init__(self, data: object, path: str = "") -> None:
        if not isinstance(data, Mapping):
            raise WrongTypeError(path, "must be an object")
        self._data: Mapping[str, Any] = data
        self._path = path

    def place(self, name: str) -> str:
        """Return the full path of a field."""
        return f"{self._path}.{name}" if self._path else name

    def holds(self, name: str, word: str) -> bool:
        """Say whether a field holds exactly this word."""
        return self._data.get(name) == word

    def text(self, name: str, *, longest: int = LINE) -> str | None:
        """Return a text as it was written, of at most `longest` characters."""
        value = self._data.get(name)
        return None if value is None else _text(value, self.place(name), longest)

    def identifier(self, name: str) -> str:
        """Return a text that must be there and must not be blank."""
        value = self.text(name)
        if value is None or not value.strip():
            raise MissingFieldError(self.place(name), "must be a text that is not empty")
        return value

    def code(self, name: str) -> str | None:
        """Return a code: a text without blanks; the vocabulary says later whether it exists."""
        value = self.text(name)
        if value is not None and value.split() != [value]:
            raise UnknownChoiceError(self.place(name), "must be a code, not empty and without blanks")
        return value

    def whole(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number from `least` to `most`."""
        value = self._data.get(name)
        if value is None:
            return None
        rule = f"must be a whole number from {least} to {most}"
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongTypeError(self.place(name), rule)
        if not least <= value <= most:
            raise OutOfRangeError(self.place(name), rule)
        return value

    def number(self, name: str, least: int, most: int) -> float | None:
        """Return a finite number from `least` to `most`."""
        value = self._data.get(name)
        if value is None:
            return None
        rule = f"must be a number from {least} to {most}"
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise WrongTypeError(self.place(name), rule)
        if (isinstance(value, float) and not math.isfinite(value)) or not least <= value <= most:
            raise OutOfRangeError(self.place(name), rule)
        return value

    def decimal(self, name: str, least: int, most: int) -> float | None:
        """Return a finite number from `least` to `most` as a float, however it is written."""
        value = self.number(name, least, most)
        return None if value is None else float(value)

    def flag(self, name: str) -> bool | None:
        """Return true or false."""
        value = self._data.get(name)
        if value is not None and not isinstance(value, bool):
            raise WrongTypeError(self.place(name), "must be true or false")
        return value

    def day(self, name: str, *, otherwise: str = "") -> date | None:
        """Return a date written YYYY-MM-DD; `otherwise` ends the rule where something else is right too."""
        value = self._data.get(name)
        return None if value is None else _day(value, self.place(name), otherwise)

    def choice(self, name: str, choices: Collection[str]) -> str | None:
        """Return one word of a closed list."""
        value = self._data.get(name)
        return None if value is None else _choice(value, self.place(name), choices, _listed(choices))

    def country(self, name: str) -> str | None:
        """Return a country code of ISO 3166-1 alpha-2, in capitals."""
        value = self._data.get(name)
        return None if value is None else _country(value, self.place(name))

    def language(self, name: str) -> str | None:
        """Return a language code of ISO 639-1, or 639-3 for some of the region, in small letters."""
        value = self._data.get(name)
        return None if value is None else _choice(value, self.place(name), LANGUAGES, LANGUAGE_RULE)

    def required_language(self, name: str) -> str:
        """Return a language code that must be there."""
        value = self.language(name)
        if value is None:
            raise MissingFieldError(self.place(name), LANGUAGE_RULE)
        return value

    def objects(self, name: str) -> tuple[Self, ...] | None:
        """Return the objects of a list, each knowing its place."""
        items = self._items(name)
        if items is None:
            return None
        return tuple(type(self)(item, f"{self.place(name)}[{i}]") for i, item in enumerate(items))

    def choices(self, name: str, choices: Collection[str]) -> tuple[str, ...] | None:
        """Return words of a closed list, each once, in the order given."""
        items = self._items(name)
        if items is None:
            return None
        rule = _listed(choices)
        words = (_choice(item, f"{self.place(name)}[{i}]", choices, rule) for i, item in enumerate(items))
        return tuple(dict.fromkeys(words))

    def countries(self, name: str) -> tuple[str, ...] | None:
        """Return country codes, each once, in the order given."""
        items = self._items(name)
        if items is None:
            return None
        codes = (_country(item, f"{self.place(name)}[{i}]") for i, item in enumerate(items))
        return tuple(dict.fromkeys(codes))

    def _items(self, name: str) -> list[Any] | tuple[Any, ...] | None:
        value = self._data.get(name)
        if value is None:
            return None
        if not isinstance(value, list | tuple):
            raise WrongTypeError(self.place(name), "must be a list")
        if len(value) > MOST_ITEMS:
            raise OutOfRangeError(self.place(name), f"must have at most {MOST_ITEMS} items")
        return value


def read_each(items: tuple[Fields, ...] | None, read: Callable[[Fields], T]) -> tuple[T, ...] | None:
    """Read every object of a list; an unknown list stays unknown."""
    return None if items is None else tuple(read(item) for item in items)


def _text(value: object, place: str, longest: int) -> str:
    if not isinstance(value, str):
        raise WrongTypeError(place, "must be a text")
    if len(value) > longest:
        raise OutOfRangeError(place, f"must have at most {longest} characters")
    allowed = _PROSE_CONTROLS if longest >= PROSE else frozenset()
    if not value.isprintable():
        for character in value:
            if unicodedata.category(character) in {"Cc", "Cs"} and character not in allowed:
                raise UnsafeTextError(place, "must not contain control characters")
    return value


def _day(value: object, place: str, otherwise: str) -> date:
    rule = f"must be a date written YYYY-MM-DD{otherwise}"
    if not isinstance(value, str):
        raise WrongTypeError(place, rule)
    if not _ISO_DATE.fullmatch(value):
        raise UnknownChoiceError(place, rule)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise UnknownChoiceError(place, "must be a day of the calendar") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise OutOfRangeError(place, f"must lie in the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _choice(value: object, place: str, choices: Collection[str], rule: str) -> str:
    if not isinstance(value, str):
        raise WrongTypeError(place, rule)
    if value not in choices:
        raise UnknownChoiceError(place, rule)
    return value


def _country(value: object, place: str) -> str:
    return _choice(value, place, COUNTRIES, COUNTRY_RULE)


def _listed(choices: Collection[str]) -> str:
    return f"must be one of {', '.join(sorted(choices))}"
