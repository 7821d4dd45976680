"""Mode: the person would go for a while, for good, or help from afar, as the post asks."""

import numpy as np

from matcher.columns import Columns, Rows
from matcher.columns.columns import MODE_BITS, MODE_UNKNOWN
from matcher.gates.gate import FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
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


def screen_mode(columns: Columns, rows: Rows, query: Query) -> Screened | None:
    """Screen the modes people accept."""
    asked = query.position.mode
    if asked is None:
        return None
    held = columns.modes[rows]
    accepted, unknown = (np.bitwise_and(held, bit) > 0 for bit in (MODE_BITS[asked], MODE_UNKNOWN))
    return answered((accepted, MET), (unknown, UNKNOWN), otherwise=FIXABLE)
