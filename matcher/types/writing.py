"""Turning the engine's dataclasses into what `json.dumps` takes."""

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Any

# Looked up first, because most of what is written is one of these.
_AS_THEY_ARE = frozenset({NoneType, bool, float, int, str})
_NAMES_IN_JSON = {("Period", "start"): "from", ("Period", "end"): "to"}


def plain(value: Any) -> Any:
    """Return dataclasses as objects, tuples as lists, dates as ISO 8601 text, all else as it is.

    Examples
    --------
    >>> plain((date(2027, 1, 5), None))
    ['2027-01-05', None]
    """
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if names := _names(kind):
        return {in_json: plain(getattr(value, name)) for name, in_json in names}
    return value


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a dataclass with their names in JSON; nothing for any other type."""
    if not is_dataclass(kind):
        return ()
    names = (field.name for field in fields(kind))
    return tuple((name, _NAMES_IN_JSON.get((kind.__name__, name), name)) for name in names)
