"""Closeness of the summary to the words of the position: what no code says yet; never more than 10 points."""

from matcher.criteria.criterion import Points, known, not_asked, not_stated
from matcher.query import ENOUGH_WORDS, Query
from matcher.reasons import Evidence


def judge_text(held: str | None, query: Query, maximum: int) -> Points:
    """Give the share of the position's word stems that the summary has; twelve are enough for all."""
    wanted = min(len(query.stems), ENOUGH_WORDS)
    if not wanted:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    shared = min(len(query.stems & query.prose(held).stems), wanted)
    return known(maximum * shared // wanted, Evidence.TEXT, shared=shared, wanted=wanted)
