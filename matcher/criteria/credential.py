"""Credential level: what somebody else has checked.

Source of the four levels: ESAR-VHP (1 licensed and active, 2 licensed elsewhere, 3 qualified,
4 experience only).
"""

import numpy as np

from matcher.columns import Columns
from matcher.criteria.criterion import Points, Scores
from matcher.gates.licence import licence_reason
from matcher.query import Query
from matcher.reasons import Evidence, GateReason
from matcher.types import Candidate, Licence

_SHARES = {1: 100, 2: 75, 3: 40, 4: 10}
_WHOLE = 100
_LEVELS = {GateReason.LICENSED_HERE: 1, GateReason.LICENSED_ELSEWHERE: 2}

Facet = tuple[int | None, tuple[Licence, ...] | None]


def facet(candidate: Candidate) -> Facet:
    """Return the level as given, and the licences it may be read from."""
    return candidate.credential_level, candidate.licences


def judge_credential(held: Facet, query: Query, maximum: int) -> Points:
    """Give 100, 75, 40 or 10 of 100 for levels 1 to 4; the better of the level given and verified licences.

    Without a level, more may still be verified: the high end is the maximum. A level is given by those who
    checked everything there is to check, so nothing is unknown then, even where no licence is listed.
    """
    given, licences = held
    read = _verified_level(licences or (), query)
    levels = [level for level in (given, read) if level is not None]
    low = maximum * _SHARES[min(levels)] // _WHOLE if levels else 0
    high = maximum if given is None else low
    evidence = {
        "code": Evidence.CREDENTIAL.value,
        "level": min(levels, default=None),
        "verified": read is not None,
    }
    return Points(low, high, evidence)


def _verified_level(licences: tuple[Licence, ...], query: Query) -> int | None:
    country = query.position.country
    start = query.window.earliest if query.window else None
    reasons = (licence_reason(licence, country, start) for licence in licences if licence.verified)
    return min((_LEVELS[reason] for reason in reasons if reason in _LEVELS), default=None)


def score_credential(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score the better of the level given and verified licences."""
    start = query.window.earliest.toordinal() if query.window else 0
    given = columns.credential
    is_given = given > 0
    is_elsewhere = columns.of_licences("verified_until") >= start
    read = np.where(is_elsewhere, _LEVELS[GateReason.LICENSED_ELSEWHERE], _NO_LEVEL)
    here = columns.index.licences.verified_in(query.position.country, start)
    read[columns.are_among(here)] = _LEVELS[GateReason.LICENSED_HERE]
    points = np.array([maximum * _SHARES.get(level, 0) // _WHOLE for level in range(_NO_LEVEL + 1)])
    low = points[np.minimum(np.where(is_given, given, _NO_LEVEL), read)]
    return np.stack([low, np.where(is_given, low, maximum)])


_NO_LEVEL = max(_SHARES) + 1
