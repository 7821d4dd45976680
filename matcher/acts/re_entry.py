"""Acts on the right to come back home."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.re_entry import facet, judge_re_entry, possible_ends
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import Candidate
from matcher.types.candidate import UNLIMITED


def re_entry_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State how long the right lasts where it is not known, else extend it to the end of the post."""
    if judge_re_entry(facet(candidate), query).fix is None:
        return
    is_known = candidate.may_reenter_until is not None
    if query.window is not None:
        _, last_day = possible_ends(candidate.availability, query.window)
        action = Action.EXTEND_REENTRY if is_known else Action.STATE_REENTRY
        changed = replace(candidate, may_reenter_until=last_day)
        yield Act(action, {"until": last_day.isoformat()}, changed)
    elif not is_known:
        # No date is late enough for a post that names none.
        yield Act(Action.STATE_REENTRY, {"until": UNLIMITED}, replace(candidate, may_reenter_until=UNLIMITED))
