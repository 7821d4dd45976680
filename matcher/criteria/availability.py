"""How freely the person can be planned: the free days of the whole window with its weeks."""

from matcher.criteria.criterion import Points, not_asked, not_stated
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
