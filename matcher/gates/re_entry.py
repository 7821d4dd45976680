"""Re-entry: the person may come back home when the mission ends. Asked of temporary missions only."""

from datetime import date
from typing import Literal

from matcher.gates.gate import not_asked
from matcher.periods import earliest_start, later
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import Candidate, GateResult, Period, State
from matcher.types.candidate import UNLIMITED

NAME = "re_entry"

Facet = tuple[date | Literal["unlimited"] | None, str | None, tuple[Period, ...] | None]


def facet(candidate: Candidate) -> Facet:
    """Return the right to come back, where to, and when the person is free."""
    return candidate.may_reenter_until, candidate.residence_country, candidate.availability


def judge_re_entry(held: Facet, query: Query) -> GateResult:
    """Judge the right to come back against the earliest end that the person's free days allow."""
    until, residence, periods = held
    position, window = query.position, query.window
    if position.mode != "temporary":
        return not_asked(NAME)
    if residence is not None and residence == position.country:
        has = {"residence_country": residence}
        return GateResult(NAME, State.MET, GateReason.LIVES_THERE, None, has)
    if until == UNLIMITED:
        return GateResult(NAME, State.MET, GateReason.MAY_REENTER, None, UNLIMITED)
    if until is None or window is None:
        has_date = until.isoformat() if until else None
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, None, has_date, fix=Fix.STATE_REENTRY)
    start = earliest_start(periods or (), window) or window.earliest
    end = later(start, window.days - 1)
    margin = (until - end).days
    asked, has_until = end.isoformat(), until.isoformat()
    if margin >= 0:
        return GateResult(NAME, State.MET, GateReason.MAY_REENTER, asked, has_until, margin)
    reason = GateReason.REENTRY_LAPSES
    return GateResult(NAME, State.NOT_MET, reason, asked, has_until, margin, Fix.EXTEND_REENTRY)
