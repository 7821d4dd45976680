"""What a criterion is: it sees one facet of a person and the query, and gives points from 0 to a maximum.

The same rule stands in a criterion twice: `judge` says it of one person, with the evidence; `score` of many
at once, as numbers. Both give the same points; the tests hold them to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.types import Candidate

NOT_ASKED: Mapping[str, Any] = {"code": Evidence.NOT_ASKED.value}
NOT_STATED: Mapping[str, Any] = {"code": Evidence.NOT_STATED.value}


Hundredths = NDArray[np.int64]
Scores = NDArray[np.int64]
"""Hundredths of points, shape (2, people): the low ends, then the high ends."""


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
    score : callable
        From columns, the query and the maximum to `Scores`; `None` where the position does not ask.
    """

    name: str
    facet: Callable[[Candidate], Any]
    judge: Callable[[Any, Query, int], Points]
    score: Callable[[Columns, Query, int], Scores | None]


def not_asked() -> Points:
    """Return what everybody gets where the position does not ask: nothing."""
    return Points(0, 0, NOT_ASKED)


def not_stated(maximum: int) -> Points:
    """Return what a person gets who has not said: nothing for sure, everything perhaps."""
    return Points(0, maximum, NOT_STATED)


def known(points: int, code: Evidence, **values: Any) -> Points:
    """Return points that are certain."""
    return Points(points, points, {"code": code.value, **values})


def where_known(is_known: NDArray[np.bool_], points: Hundredths, maximum: int) -> Scores:
    """Return the points of those who have said; the others get nothing for sure, everything perhaps."""
    scores = np.empty((2, len(points)), np.int64)
    scores[:] = points
    if not is_known.all():
        scores[0, ~is_known], scores[1, ~is_known] = 0, maximum
    return scores
