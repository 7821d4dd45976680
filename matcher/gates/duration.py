"""Duration: the person would stay as many weeks as the post lasts. A permanent post does not ask."""

from matcher.columns import Columns, Index
from matcher.gates.gate import FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, State

NAME = "duration"


def judge_duration(held: int | None, query: Query) -> GateResult:
    """Judge the most weeks that a person would stay."""
    asked = query.position.duration_weeks
    if asked is None or query.position.mode == "permanent":
        return not_asked(NAME)
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_WEEKS)
    if held >= asked:
        return GateResult(NAME, State.MET, GateReason.WEEKS_ENOUGH, asked, held, held - asked)
    return GateResult(
        NAME, State.NOT_MET, GateReason.WEEKS_TOO_FEW, asked, held, held - asked, Fix.STAY_LONGER
    )


def screen_duration(columns: Columns, query: Query) -> Screened | None:
    """Screen the most weeks that people would stay."""
    asked = query.position.duration_weeks
    if asked is None or query.position.mode == "permanent":
        return None
    return columns.kept(_screen_everybody, asked)


def _screen_everybody(index: Index, asked: int) -> Screened:
    held = index.table.single["max_weeks"]
    return answered((held < 0, UNKNOWN), (held >= asked, MET), otherwise=FIXABLE)
