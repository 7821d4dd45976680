"""Years of work: the first count most, after twenty no more is gained."""

import numpy as np

from matcher.columns import Columns
from matcher.criteria.criterion import Points, Scores, known, not_stated, where_known
from matcher.gates.experience import Facet, relevant_years, years_of
from matcher.query import Query
from matcher.reasons import Evidence

FULL = 2000
"""Hundredths of years after which all points are given."""


def judge_years(held: Facet, query: Query, maximum: int) -> Points:
    """Give ``maximum * (1 - (1 - y / 20)**2)``, reckoned in whole numbers.

    The slope falls evenly from the first year to the twentieth: five years give 43.75 of 100, ten 75.
    """
    years = relevant_years(held, query)
    if years is None:
        return not_stated(maximum)
    worked = min(round(years * 100), FULL)
    points = maximum * worked * (2 * FULL - worked) // FULL**2
    return known(points, Evidence.YEARS, years=years)


def score_years(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score the relevant years."""
    years = years_of(columns, query)
    is_known = ~np.isnan(years)
    worked = np.minimum(np.rint(np.where(is_known, years, 0) * 100).astype(np.int64), FULL)
    return where_known(is_known, maximum * worked * (2 * FULL - worked) // FULL**2, maximum)
