"""Specialty: the one asked, one that covers it, or a neighbour that somebody has to judge."""

from matcher.gates.gate import not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, HeldOccupation, State

NAME = "specialty"

_ANSWERS = {
    "same": (3, State.MET, GateReason.SAME_SPECIALTY, None),
    "equivalent": (2, State.MET, GateReason.SPECIALTY_MAY_FILL, None),
    "may_fill": (2, State.MET, GateReason.SPECIALTY_MAY_FILL, None),
    "neighbour": (1, State.UNKNOWN, GateReason.NEIGHBOURING_SPECIALTY, Fix.JUDGE_SPECIALTY),
    "unknown": (0, State.UNKNOWN, GateReason.NOT_STATED, Fix.STATE_SPECIALTY),
    "no": (-1, State.NOT_MET, GateReason.OTHER_SPECIALTY, None),
}


def judge_specialty(held: tuple[HeldOccupation, ...] | None, query: Query) -> GateResult:
    """Judge the best specialty among the occupations that fit the post, or among all if none fits."""
    asked = query.position.specialty
    if asked is None:
        return not_asked(NAME)
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_SPECIALTY)
    answers = [_answer(occupation, query) for occupation in fitting(held, query)]
    if not answers:
        return GateResult(NAME, State.NOT_MET, GateReason.OTHER_SPECIALTY, asked, [])
    _, best, basis, specialty = max(answers)
    _, state, reason, fix = _ANSWERS[best]
    has = {"specialty": specialty or None, "basis": basis or None}
    return GateResult(NAME, state, reason, asked, has, fix=fix)


def fitting(held: tuple[HeldOccupation, ...], query: Query) -> tuple[HeldOccupation, ...]:
    """Return the occupations that fit the post; all of them if none does or the post asks for none."""
    if query.position.occupation is None:
        return held
    fits = tuple(o for o in held if o.code is not None and query.occupation_fit(o.code).state in FITTING)
    return fits or held


FITTING = frozenset({"same", "equivalent", "may_fill"})


def _answer(held: HeldOccupation, query: Query) -> tuple[tuple[int, int], str, str, str]:
    fit = query.specialty_fit(held)
    if fit is None:
        return (_ANSWERS["unknown"][0], 0), "unknown", "", held.specialty or ""
    return (_ANSWERS[fit.state][0], fit.closeness), fit.state, fit.reason, held.specialty or ""
