"""The country the person comes from: the programme is about going back to it."""

import numpy as np

from matcher.columns import Columns, Numbers
from matcher.columns.codes import COUNTRY_NUMBERS
from matcher.criteria.criterion import Points, Scores, known, not_asked, not_stated
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
    return columns.numbers.of_codes(_score_countries, (country, maximum)).take(columns.origin, axis=1)


def _score_countries(_: Numbers, asked: tuple[str, int]) -> Scores:
    """Score each country; the last is unknown."""
    country, maximum = asked
    scores = np.zeros((2, len(COUNTRY_NUMBERS) + 1), np.int64)
    scores[:, COUNTRY_NUMBERS[country]] = maximum
    scores[1, -1] = maximum
    return scores
