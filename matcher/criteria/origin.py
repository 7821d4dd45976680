"""The country the person comes from: the programme is about going back to it."""

from matcher.columns import Columns
from matcher.columns.codes import COUNTRY_NUMBERS
from matcher.criteria.criterion import Points, Scores, known, not_asked, not_stated, where_known
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


def score_origin(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score where people come from."""
    country = query.position.country
    if country is None:
        return None
    held = columns.origin
    return where_known(held >= 0, maximum * (held == COUNTRY_NUMBERS[country]), maximum)
