"""How freely the person can be planned: the free days of the whole window with its weeks."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Rows
from matcher.criteria.criterion import Hundredths, Points, Scores, not_asked, not_stated
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


def score_cover(columns: Columns, rows: Rows, query: Query, maximum: int) -> Scores | None:
    """Score the free days; a period without a first day may cover all up to its end."""
    window = query.window
    if window is None:
        return None
    held = columns.availability
    entries = held.ragged.entries(rows)
    first, last = held.first[entries.places], held.last[entries.places]
    until = held.until[rows]
    free = entries.total(_overlap(window, first, last))
    after = np.maximum(first, entries.spread(until) + 1)
    perhaps = _overlap(window, np.zeros_like(until), until) + entries.total(_overlap(window, after, last))
    is_known = held.known[rows]
    return (
        np.where(is_known, maximum * free // window.wanted, 0),
        np.where(is_known, maximum * perhaps // window.wanted, maximum),
    )


def _overlap(window: Window, first: NDArray[np.int32], last: NDArray[np.int32]) -> Hundredths:
    """Return how many of the wanted days lie within two days of each row."""
    ends = np.minimum(last, window.last_day.toordinal()).astype(np.int64)
    return np.maximum(0, ends - np.maximum(first, window.earliest.toordinal()) + 1)
