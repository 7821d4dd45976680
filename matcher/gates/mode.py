"""Mode: the person would go for a while, for good, or help from afar, as the post asks."""

import numpy as np

from matcher.columns import Columns, Index, Numbers
from matcher.gates.gate import FIXABLE, MET, UNKNOWN, Screened, not_asked
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


def screen_mode(columns: Columns, query: Query) -> Screened | None:
    """Screen the modes people accept."""
    asked = query.position.mode
    return None if asked is None else columns.kept(_screen_everybody, asked)


def _screen_everybody(index: Index, asked: str) -> Screened:
    numbers = index.table.numbers
    return numbers.of_each(numbers.modes, _screen_sets, asked)[index.table.single["modes"]]


def _screen_sets(numbers: Numbers, asked: str) -> Screened:
    """Screen each distinct set of modes; the last is unknown."""
    sets = [MET if asked in modes else FIXABLE for modes in numbers.modes.values]
    return np.array([*sets, UNKNOWN], np.uint8)
