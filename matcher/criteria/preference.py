"""The person's own wish where to go."""

from matcher.columns import Columns, Rows
from matcher.columns.numbers import COUNTRY_NUMBERS
from matcher.criteria.criterion import Points, Scores, known, not_asked, not_stated, where_known
from matcher.query import Query
from matcher.reasons import Evidence


def judge_preference(held: tuple[str, ...] | None, query: Query, maximum: int) -> Points:
    """Give all where the country of the post is among the countries preferred, nothing where it is not."""
    country = query.position.country
    if country is None:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    here = country in held
    return known(maximum if here else 0, Evidence.WISH, countries=list(held), here=here)


def score_preference(columns: Columns, rows: Rows, query: Query, maximum: int) -> Scores | None:
    """Score whether people would like to go there."""
    country = query.position.country
    if country is None:
        return None
    held = columns.preferences
    entries = held.ragged.entries(rows)
    here = entries.most(held.countries[entries.places] == COUNTRY_NUMBERS[country], False)
    return where_known(held.known[rows], maximum * here, maximum)
