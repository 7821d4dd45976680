"""Re-entry: the person may come back home when the mission ends. Asked of temporary missions only."""

from datetime import date
from typing import Literal

from matcher.gates.gate import not_asked
from matcher.periods import Window, earliest_start, later
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
    """Judge the right to come back against the end that the person's free days allow."""
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
    return _against(until, *_ends(periods, window))


def _against(until: date, first_end: date, last_end: date) -> GateResult:
    margin = (until - last_end).days
    if margin >= 0:
        state, reason, fix = State.MET, GateReason.MAY_REENTER, None
    elif until >= first_end:
        state, reason, fix = State.UNKNOWN, GateReason.REENTRY_UNCLEAR, Fix.STATE_AVAILABILITY
    else:
        state, reason, fix = State.NOT_MET, GateReason.REENTRY_LAPSES, Fix.EXTEND_REENTRY
    return GateResult(NAME, state, reason, last_end.isoformat(), until.isoformat(), margin, fix)


def _ends(periods: tuple[Period, ...] | None, window: Window) -> tuple[date, date]:
    """Return the earliest end of the post, and the end that is sure to be possible.

    They differ where nobody knows when the person could start.
    """
    start = earliest_start(periods or (), window)
    end = later(start or window.earliest, window.days - 1)
    unclear = start is None and (periods is None or any(period.start is None for period in periods))
    return end, window.last_day if unclear else end
