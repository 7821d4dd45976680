"""Acts on wishes: how somebody would serve, and how long."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import Candidate


def wish_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """Accept the mode of the post, stay as long as it lasts."""
    mode, weeks = query.position.mode, query.position.duration_weeks
    if mode is not None and mode not in (candidate.modes or ()):
        modes = (*(candidate.modes or ()), mode)
        yield Act(Action.ACCEPT_MODE, {"mode": mode}, replace(candidate, modes=modes))
    if weeks is not None and (candidate.max_weeks is None or candidate.max_weeks < weeks):
        yield Act(Action.STAY_LONGER, {"weeks": weeks}, replace(candidate, max_weeks=weeks))
