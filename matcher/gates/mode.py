"""Mode: the person would go for a while, for good, or help from afar, as the post asks."""

from matcher.gates.gate import not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, State

NAME = "mode"


def judge_mode(held: tuple[str, ...] | None, query: Query) -> GateResult:
    """Judge the modes a person accepts."""
    asked = query.position.mode
    if asked is None:
        return not_asked(NAME)
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_MODES)
    if asked in held:
        return GateResult(NAME, State.MET, GateReason.MODE_ACCEPTED, asked, list(held))
    return GateResult(NAME, State.NOT_MET, GateReason.MODE_NOT_WISHED, asked, list(held), fix=Fix.ACCEPT_MODE)
