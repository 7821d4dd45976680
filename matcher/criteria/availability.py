"""How freely the person can be planned: the free days of the whole window with its weeks."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.criteria.criterion import Hundredths, Points, Scores, not_asked, not_stated, where_known
from matcher.periods import FIRST_DAY, Window, joined
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.types import Period


def judge_cover(held: tuple[Period, ...] | None, query: Query, maximum: int) -> Points:
    """Give the maximum times free days over days from the earliest start to the latest end."""
    window = query.window
    if window is None:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    free = _free_days(held, window)
    at_most = _free_days(tuple(Period(p.start or FIRST_DAY, p.end) for p in held), window)
    return Points(
        maximum * free // window.wanted,
        maximum * at_most // window.wanted,
        {"code": Evidence.DAYS.value, "free": free, "wanted": window.wanted},
    )


def _free_days(periods: tuple[Period, ...], window: Window) -> int:
    return sum(window.overlap(first, last) for first, last in joined(periods))


def score_cover(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score the free days; a period without a first day may cover all up to its end."""
    window = query.window
    if window is None:
        return None
    held = columns.availability
    free = held.entries.total(_overlap(window, held.first, held.last))
    scores = where_known(held.known, maximum * free // window.wanted, maximum)
    some = np.flatnonzero(held.until >= 0)
    if len(some):
        scores[1, some] = maximum * _perhaps(columns.take(some), window) // window.wanted
    return scores


def _perhaps(columns: Columns, window: Window) -> Hundredths:
    """Return the free days if all days up to the end of a period without a first day were free."""
    held = columns.availability
    after = np.maximum(held.first, held.entries.spread(held.until) + 1)
    before = _overlap(window, np.zeros_like(held.until), held.until)
    return before + held.entries.total(_overlap(window, after, held.last))


def _overlap(window: Window, first: NDArray[np.int32], last: NDArray[np.int32]) -> Hundredths:
    """Return how many of the wanted days lie within two days of each."""
    ends = np.minimum(last, window.last_day.toordinal()).astype(np.int64)
    ends -= np.maximum(first, window.earliest.toordinal()) - 1
    return np.maximum(ends, 0, out=ends)
