"""The person's own wish where to go."""

import numpy as np

from matcher.columns import Columns, Numbers
from matcher.criteria.criterion import Points, Scores, known, not_asked, not_stated
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


def score_preference(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score whether people would like to go there."""
    country = query.position.country
    if country is None:
        return None
    numbers = columns.numbers
    scores = numbers.of_each(numbers.countries, _score_sets, (country, maximum))
    return scores.take(columns.preferences, axis=1)


def _score_sets(numbers: Numbers, asked: tuple[str, int]) -> Scores:
    """Score each distinct set of countries; the last is unknown."""
    country, maximum = asked
    points = [maximum * (country in countries) for countries in numbers.countries.values]
    return np.array([[*points, 0], [*points, maximum]], np.int64)
