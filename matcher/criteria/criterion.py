"""What a criterion is: it sees one facet of a person and the query, and gives points from 0 to a maximum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matcher.query import Query
from matcher.reasons import Evidence
from matcher.types import Candidate

NOT_ASKED: Mapping[str, Any] = {"code": Evidence.NOT_ASKED.value}
NOT_STATED: Mapping[str, Any] = {"code": Evidence.NOT_STATED.value}


@dataclass(frozen=True, slots=True)
class Points:
    """Hundredths of points at the low and the high end, with the evidence."""

    low: int
    high: int
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that makes one eligible person fit better than another.

    Attributes
    ----------
    name : str
        As in the JSON form and in the weights.
    facet : callable
        The part of a person that it reads.
    judge : callable
        From a facet, the query and the maximum (hundredths of points) to `Points`, with
        0 <= low <= high <= maximum.
    """

    name: str
    facet: Callable[[Candidate], Any]
    judge: Callable[[Any, Query, int], Points]


def not_asked() -> Points:
    """Return what everybody gets where the position does not ask: nothing."""
    return Points(0, 0, NOT_ASKED)


def not_stated(maximum: int) -> Points:
    """Return what a person gets who has not said: nothing for sure, everything perhaps."""
    return Points(0, maximum, NOT_STATED)


def known(points: int, code: Evidence, **values: Any) -> Points:
    """Return points that are certain."""
    return Points(points, points, {"code": code.value, **values})
