"""Acts on free days."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.dates import judge_dates
from matcher.periods import later
from matcher.query import Query
from matcher.reasons import Action, Fix
from matcher.types import Candidate, Period


def date_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State free days for one stay where they are not known, else be free for the whole window."""
    window = query.window
    if window is None:
        return
    held = candidate.availability
    if judge_dates(held, query).fix is Fix.STATE_AVAILABILITY:
        action, last = Action.STATE_DATES, later(window.earliest, window.days - 1)
    else:
        action, last = Action.ADD_DATES, window.last_day
    periods = (*(held or ()), Period(window.earliest, last))
    values = {"from": window.earliest.isoformat(), "to": last.isoformat()}
    yield Act(action, values, replace(candidate, availability=periods))
