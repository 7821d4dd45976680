"""Dates: the person is free from some start within the window to the end of the post."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.gates.gate import FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
from matcher.periods import LAST_DAY, Window, joined
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, Period, State
from matcher.types.writing import plain

NAME = "dates"


def judge_dates(held: tuple[Period, ...] | None, query: Query) -> GateResult:
    """Judge the periods in which a person is free."""
    window = query.window
    if window is None:
        return not_asked(NAME)
    asked = _asked(query)
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_AVAILABILITY)
    has = plain(held)
    possible = [stretch for stretch in joined(held) if window.start_within(*stretch)]
    if possible:
        ends = [(window.spare(first, last), last) for first, last in possible]
        spare, last = max(ends)
        margin = None if last == LAST_DAY else spare
        return GateResult(NAME, State.MET, GateReason.FREE_IN_TIME, asked, has, margin)
    if any(_might_do(period, window) for period in held):
        return GateResult(
            NAME, State.UNKNOWN, GateReason.START_UNCLEAR, asked, has, fix=Fix.STATE_AVAILABILITY
        )
    margin = _missing(held, window)
    reason = GateReason.NOT_FREE_LONG_ENOUGH
    return GateResult(NAME, State.NOT_MET, reason, asked, has, margin, Fix.ADD_DATES)


def _asked(query: Query) -> dict[str, Any]:
    position = query.position
    return {
        "earliest_start": plain(position.earliest_start),
        "latest_start": plain(position.latest_start),
        "weeks": position.duration_weeks,
    }


def _might_do(period: Period, window: Window) -> bool:
    """Whether a period without a first day ends late enough."""
    return period.start is None and window.start_within(window.earliest, period.end or LAST_DAY) is not None


def _missing(held: tuple[Period, ...], window: Window) -> int | None:
    """Return the fewest days missing at the end (negative) among stretches that allow a start."""
    starts = [
        (first, last) for first, last in joined(held) if first <= window.latest and last >= window.earliest
    ]
    return max((window.spare(first, last) for first, last in starts), default=None)


Days = NDArray[np.int32]
NEVER = LAST_DAY.toordinal() + 1


def screen_dates(columns: Columns, query: Query) -> Screened | None:
    """Screen the periods in which people are free."""
    window = query.window
    if window is None:
        return None
    held = columns.availability
    end = min(window.earliest.toordinal() + window.days - 1, LAST_DAY.toordinal())
    return answered(
        (~held.known, UNKNOWN),
        (first_starts(columns, window) < NEVER, MET),
        (held.until >= end, UNKNOWN),
        otherwise=FIXABLE,
    )


def first_starts(columns: Columns, window: Window) -> Days:
    """Return the first day on which each person could start, `NEVER` for none; see `earliest_start`."""
    noted = columns.availability.noted
    if window not in noted:
        starts = _starts(columns.found("free_first"), columns.found("free_last"), window)
        others = np.flatnonzero((starts == NEVER) & columns.found("free_again"))
        if len(others):
            held = columns.take(others).availability
            starts[others] = -held.entries.most(-_starts(held.first, held.last, window), -NEVER)
        noted[window] = starts
    first: Days = noted[window]
    return first


def _starts(first: Days, last: Days, window: Window) -> Days:
    """Return the first day within each stretch of free days from which enough of it is left."""
    starts = np.maximum(first, np.int32(window.earliest.toordinal()))
    fits = (starts <= window.latest.toordinal()) & (starts + np.int32(window.days - 1) <= last)
    return np.maximum(starts, ~fits * np.int32(NEVER))
