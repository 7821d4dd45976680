"""Acts on wishes: how somebody would serve, and how long."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import Candidate


def wish_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """Accept the mode of the post, stay as long as it lasts; or state so where it is not known."""
    mode, weeks = query.position.mode, query.position.duration_weeks
    modes, most = candidate.modes, candidate.max_weeks
    if mode is not None and mode not in (modes or ()):
        action = Action.STATE_MODE if modes is None else Action.ACCEPT_MODE
        yield Act(action, {"mode": mode}, replace(candidate, modes=(*(modes or ()), mode)))
    if weeks is not None and (most is None or most < weeks):
        action = Action.STATE_WEEKS if most is None else Action.STAY_LONGER
        yield Act(action, {"weeks": weeks}, replace(candidate, max_weeks=weeks))
