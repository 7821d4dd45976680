"""One way of writing a value as JSON, so that equal values are equal bytes and have one digest."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any


def canonical(value: Any) -> str:
    """Write a value with its keys in order, without blanks, in ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest_of(value: Any) -> str:
    """Hash a value."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def first_difference(one: Any, other: Any, path: str) -> str | None:
    """Name the first place where two values are not written alike; None where they are."""
    if canonical(one) == canonical(other):
        return None
    inner: Iterable[str | None] = ()
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        inner = (first_difference(one[key], other[key], f"{path}.{key}") for key in sorted(one))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        inner = (first_difference(*pair, f"{path}[{i}]") for i, pair in pairs)
    return next((place for place in inner if place), path)
