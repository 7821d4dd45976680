"""Turning the engine's dataclasses into what `json.dumps` takes."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

_NAMES_IN_JSON = {("Period", "start"): "from", ("Period", "end"): "to"}


def plain(value: Any) -> Any:
    """Return dataclasses as objects, tuples as lists, dates as ISO 8601 text, all else as it is.

    Examples
    --------
    >>> plain((date(2027, 1, 5), None))
    ['2027-01-05', None]
    """
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        kind = type(value).__name__
        return {
            _NAMES_IN_JSON.get((kind, field.name), field.name): plain(getattr(value, field.name))
            for field in fields(value)
        }
    return value
