"""The country the person comes from: the programme is about going back to it."""

from matcher.criteria.criterion import Points, known, not_asked, not_stated
from matcher.query import Query
from matcher.reasons import Evidence


def judge_origin(held: str | None, query: Query, maximum: int) -> Points:
    """Give all for the country of the post, nothing for another."""
    country = query.position.country
    if country is None:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    here = held == country
    return known(maximum if here else 0, Evidence.ORIGIN, country=held, here=here)
