"""All criteria over many people at once, and the one number that puts them in order."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.criteria import CRITERIA
from matcher.judging import Judge
from matcher.screening import met_any
from matcher.skills import WHOLE, Shares, shares_for, shares_of
from matcher.types import Match
from matcher.weights import ALL_POINTS

Keys = NDArray[np.int64]
Flags = NDArray[np.bool_]
_POINTS = ALL_POINTS + 1


def tiers_of(columns: Columns, judge: Judge) -> Keys:
    """Return how people stand by must-have skills alone: nobody overtakes who stands in a better tier.

    Returns
    -------
    ndarray of int64, shape (people,)
        The smallest stands first.
    """
    asked = judge.query.position.required_skills or ()
    return _tiers_by(shares_of(columns, asked, judge.query, with_summaries=True)[0])


def _tiers_by(shares: Shares) -> Keys:
    shown = (shares == WHOLE).sum(0)
    return _tiers(shown == len(shares), shown + (shares > 0).sum(0))


def score(columns: Columns, judge: Judge) -> Keys:
    """Score people of one verdict as `Judge.match` does one person, without the evidence.

    Returns
    -------
    ndarray of int64, shape (people,)
        The smallest stands first. Equal keys are told apart by the draw alone.
    """
    query = judge.query
    scores = np.zeros((2, len(columns)), np.int64)
    for criterion in CRITERIA:
        points = criterion.score(columns, query, judge.weights.maxima[criterion.name])
        if points is not None:
            scores += points
    low, high = scores
    tiers = _tiers_by(shares_for(columns, query)[0][0])
    relevant = (low > 0) | (tiers % _MOST_HALVES < _MOST_HALVES - 1)
    others = np.flatnonzero(~relevant)
    if len(others):
        relevant[others] = met_any(columns.take(others), query)
    return _keys(tiers, low, relevant, high)


def key_of(match: Match) -> int:
    """Return the key of one match; see `Match.order`."""
    skills = match.must_have_skills
    tiers = _tiers(*(np.array([value]) for value in (skills.are_all_shown, skills.halves)))
    values = match.low, match.is_relevant, match.high
    return int(_keys(tiers, *(np.array([value]) for value in values))[0])


def points_of(key: int) -> tuple[int, int]:
    """Return the points in a key, low and high end, in hundredths."""
    rest, high = divmod(key, _POINTS)
    return ALL_POINTS - rest // 2 % _POINTS, ALL_POINTS - high


def _tiers(all_shown: Flags, halves: Keys) -> Keys:
    """Put those first who show all, then by how much is shown."""
    return ~all_shown * np.int64(_MOST_HALVES) + (_MOST_HALVES - 1 - halves)


def _keys(tiers: Keys, low: Keys, relevant: Flags, high: Keys) -> Keys:
    """Put what decides the order one after the other into one number, each so that less is better."""
    key = tiers * _POINTS + (ALL_POINTS - low)
    key = key * 2 + ~relevant
    return key * _POINTS + (ALL_POINTS - high)


_MOST_HALVES = 1 << 20  # two for each must-have skill a position may name
