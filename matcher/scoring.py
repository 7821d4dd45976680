"""All criteria over many people at once, and the one number that puts them in order."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.criteria import CRITERIA
from matcher.judging import Judge
from matcher.screening import met_any
from matcher.skills import WHOLE, shares_of
from matcher.types import Match
from matcher.weights import ALL_POINTS

Keys = NDArray[np.int64]
_POINTS = ALL_POINTS + 1


def score(columns: Columns, judge: Judge) -> Keys:
    """Score people of one verdict as `Judge.match` does one person, without the evidence.

    Returns
    -------
    ndarray of int64, shape (people,)
        The smallest stands first. Equal keys are told apart by the draw alone.
    """
    query = judge.query
    low, high = np.zeros((2, len(columns)), np.int64)
    for criterion in CRITERIA:
        points = criterion.score(columns, query, judge.weights.maxima[criterion.name])
        if points is not None:
            low += points[0]
            high += points[1]
    asked = query.position.required_skills or ()
    shares, _ = shares_of(columns, asked, query, with_summaries=True)
    shown, stated = (shares == WHOLE).sum(0), (shares > 0).sum(0)
    relevant = (low > 0) | (stated > 0)
    if not relevant.all():
        relevant[~relevant] = met_any(columns.take(~relevant), query)
    return _keys(shown == len(asked), shown + stated, low, relevant, high)


def key_of(match: Match) -> int:
    """Return the key of one match; see `Match.order`."""
    skills = match.must_have_skills
    values = skills.are_all_shown, skills.halves, match.low, match.is_relevant, match.high
    return int(_keys(*(np.array([value]) for value in values))[0])


def _keys(all_shown: Keys, halves: Keys, low: Keys, relevant: Keys, high: Keys) -> Keys:
    """Put what decides the order one after the other into one number, each so that less is better."""
    key = (~all_shown.astype(np.bool_)).astype(np.int64)
    key = key * _MOST_HALVES + (_MOST_HALVES - 1 - halves)
    key = key * _POINTS + (ALL_POINTS - low)
    key = key * 2 + ~relevant.astype(np.bool_)
    return key * _POINTS + (ALL_POINTS - high)


_MOST_HALVES = 1 << 20  # two for each must-have skill a position may name
