"""Re-entry: the person may come back home when the mission ends. Asked of temporary missions only."""

from datetime import date
from typing import Literal

import numpy as np

from matcher.columns import Columns
from matcher.columns.codes import COUNTRY_NUMBERS
from matcher.columns.fields import FOR_EVER
from matcher.gates.dates import NEVER, first_starts
from matcher.gates.gate import FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
from matcher.periods import LAST_DAY, Window, earliest_start, later
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
    return _against(until, *possible_ends(periods, window))


def _against(until: date, first_end: date, last_end: date) -> GateResult:
    margin = (until - last_end).days
    if margin >= 0:
        state, reason, fix = State.MET, GateReason.MAY_REENTER, None
    elif until >= first_end:
        state, reason, fix = State.UNKNOWN, GateReason.REENTRY_UNCLEAR, Fix.STATE_AVAILABILITY
    else:
        state, reason, fix = State.NOT_MET, GateReason.REENTRY_LAPSES, Fix.EXTEND_REENTRY
    return GateResult(NAME, state, reason, last_end.isoformat(), until.isoformat(), margin, fix)


def possible_ends(periods: tuple[Period, ...] | None, window: Window) -> tuple[date, date]:
    """Return the earliest end of the post, and the end that is sure to be possible.

    They differ where nobody knows when the person could start.
    """
    start = earliest_start(periods or (), window)
    end = later(start or window.earliest, window.days - 1)
    unclear = start is None and (periods is None or any(period.start is None for period in periods))
    return end, window.last_day if unclear else end


def screen_re_entry(columns: Columns, query: Query) -> Screened | None:
    """Screen the right to come back against the ends that people's free days allow."""
    position, window = query.position, query.window
    if position.mode != "temporary":
        return None
    until = columns.re_entry
    lives_there = columns.residence == COUNTRY_NUMBERS.get(position.country or "", _NOWHERE)
    if window is None:
        return answered((lives_there, MET), (until == FOR_EVER, MET), otherwise=UNKNOWN)
    held = columns.availability
    start = first_starts(columns, window)
    unclear = (start == NEVER) & (~held.known | (held.until >= 0))
    begun = np.where(start == NEVER, window.earliest.toordinal(), start)
    first_end = np.minimum(begun + window.days - 1, LAST_DAY.toordinal())
    last_end = np.where(unclear, window.last_day.toordinal(), first_end)
    # Whoever may come back for ever may do so after any day.
    return answered(
        (lives_there, MET),
        (until < 0, UNKNOWN),
        (until >= last_end, MET),
        (until >= first_end, UNKNOWN),
        otherwise=FIXABLE,
    )


_NOWHERE = -2
