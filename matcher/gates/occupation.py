"""Occupation: the person is what the post asks for, or something that may fill it."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Numbers
from matcher.columns.kinds import Kinds
from matcher.columns.numbers import FIT_RANKS
from matcher.gates.gate import FINAL, MET, UNKNOWN, Screened, answered, not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, HeldOccupation, State

NAME = "occupation"

_ANSWERS = {
    "same": (3, State.MET, GateReason.SAME_OCCUPATION, None),
    "equivalent": (2, State.MET, GateReason.EQUIVALENT_OCCUPATION, None),
    "may_fill": (1, State.MET, GateReason.OCCUPATION_MAY_FILL, None),
    "unknown": (0, State.UNKNOWN, GateReason.OCCUPATION_UNCLEAR, Fix.JUDGE_OCCUPATION),
    "neighbour": (0, State.UNKNOWN, GateReason.OCCUPATION_UNCLEAR, Fix.JUDGE_OCCUPATION),
    "no": (-1, State.NOT_MET, GateReason.OTHER_OCCUPATION, None),
}


def judge_occupation(held: tuple[HeldOccupation, ...] | None, query: Query) -> GateResult:
    """Judge the best of a person's occupations.

    Parameters
    ----------
    held : tuple of HeldOccupation or None
        Coded; None is unknown.
    query : Query
        The position.
    """
    asked = query.position.occupation
    if asked is None:
        return not_asked(NAME)
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_OCCUPATION)
    answers = [_answer(occupation, query) for occupation in held]
    if not answers:
        return GateResult(NAME, State.NOT_MET, GateReason.OTHER_OCCUPATION, asked, [])
    _, best, basis, occupation = max(answers, key=lambda answer: answer[0])
    _, state, reason, fix = _ANSWERS[best]
    has = {"code": occupation.code, "title": occupation.title, "basis": basis}
    return GateResult(NAME, state, reason, asked, has, fix=fix)


def _answer(
    occupation: HeldOccupation, query: Query
) -> tuple[tuple[int, int, str, str], str, str | None, HeldOccupation]:
    if occupation.code is None:
        state, closeness, basis = "unknown", 0, None
    else:
        fit = query.occupation_fit(occupation.code)
        state, closeness, basis = fit.state, fit.closeness, fit.reason
    strength = _ANSWERS[state][0], closeness, occupation.code or "", occupation.title or ""
    return strength, state, basis, occupation


def screen_occupations(numbers: Numbers, query: Query) -> Screened | None:
    """Screen every kind of professional; the last is unknown."""
    asked = query.position.occupation
    if asked is None:
        return None
    return numbers.of_each(numbers.kinds, _screen_kinds, (asked, query.position.country))


def _screen_kinds(numbers: Numbers, asked: tuple[str, str | None]) -> Screened:
    """Screen the best occupation of each kind; the last is unknown."""
    held = Kinds.of(numbers)
    ranks = numbers.occupation_fits(*asked)[held.codes, 0]
    return by_best_rank(held.entries.most(ranks, FIT_RANKS["no"]))


def by_best_rank(ranks: NDArray[np.int16]) -> Screened:
    """Return what the rank of the best fit of each kind means; one more at the end, for unknown."""
    is_met, is_unclear = ranks >= FIT_RANKS["may_fill"], ranks >= FIT_RANKS["unknown"]
    return np.append(answered((is_met, MET), (is_unclear, UNKNOWN), otherwise=FINAL), np.uint8(UNKNOWN))
