"""The person's own wish where to go."""

from matcher.criteria.criterion import Points, known, not_asked, not_stated
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
