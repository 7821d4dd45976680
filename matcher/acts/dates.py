"""Acts on free days."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import Candidate, Period


def date_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """Be free for the whole window."""
    window = query.window
    if window is None:
        return
    wanted = Period(window.earliest, window.last_day)
    values = {"from": window.earliest.isoformat(), "to": window.last_day.isoformat()}
    periods = (*(candidate.availability or ()), wanted)
    yield Act(Action.ADD_DATES, values, replace(candidate, availability=periods))
