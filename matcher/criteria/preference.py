"""The person's own wish where to go."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Numbers
from matcher.columns.codes import NONE
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


def score_preference(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score whether people would like to go there."""
    country = query.position.country
    if country is None:
        return None
    numbers, held = columns.numbers, columns.preferences
    here = numbers.of_each(numbers.countries, _wished, country)[held]
    return where_known(held != NONE, maximum * here, maximum)


def _wished(numbers: Numbers, country: str) -> NDArray[np.bool_]:
    """Say of each distinct set of countries whether it holds one; the last is unknown."""
    return np.array([*(country in countries for countries in numbers.countries.values), False], np.bool_)
