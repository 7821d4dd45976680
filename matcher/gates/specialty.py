"""Specialty: the one asked, one that covers it, or a neighbour that somebody has to judge."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Entries, Numbers
from matcher.columns.kinds import Kinds
from matcher.columns.numbers import FIT_RANKS
from matcher.gates.gate import Screened, not_asked
from matcher.gates.occupation import by_best_rank
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


Asked = tuple[str | None, str | None, str | None]
"""Occupation, specialty and country of a position."""


def asked_of(query: Query) -> Asked:
    """Return what decides how a kind of professional stands to a position."""
    position = query.position
    return position.occupation, position.specialty, position.country


def screen_specialties(numbers: Numbers, query: Query) -> Screened | None:
    """Screen every kind of professional; the last is unknown."""
    if query.position.specialty is None:
        return None
    return numbers.of_each(numbers.kinds, _screen_kinds, asked_of(query))


def _screen_kinds(numbers: Numbers, asked: Asked) -> Screened:
    """Screen the best specialty among the occupations that fit, or among all if none does."""
    held = Kinds.of(numbers)
    none = FIT_RANKS["no"]
    ranks = specialty_fits(held, numbers, asked)[:, 0]
    return by_best_rank(
        held.entries.most(np.where(fitting_of(held.codes, held.entries, numbers, asked), ranks, none), none)
    )


def specialty_fits(held: Kinds, numbers: Numbers, asked: Asked) -> NDArray[np.int16]:
    """Return rank and closeness of each specialty; for none, and for no occupation, unknown."""
    within, specialty, _ = asked
    assert specialty is not None, "asked only of positions with a specialty"
    if within is not None:
        return numbers.specialty_fits(specialty, within)[held.specialties]
    fits = np.tile(np.array([FIT_RANKS["unknown"], 0], np.int16), (len(held.codes), 1))
    names = list(numbers.occupations)
    for code in np.unique(held.codes[held.codes >= 0]).tolist():
        of_code = held.codes == code
        fits[of_code] = numbers.specialty_fits(specialty, names[code])[held.specialties[of_code]]
    return fits


def fitting_of(
    codes: NDArray[np.int16], entries: Entries, numbers: Numbers, asked: Asked
) -> NDArray[np.bool_]:
    """Say of each occupation whether it fits the post; of all of somebody's if none does. See `fitting`."""
    occupation, _, country = asked
    if occupation is None or entries.are_single:
        return np.ones(len(codes), np.bool_)
    fits = numbers.occupation_fits(occupation, country)[codes, 0] >= FIT_RANKS["may_fill"]
    return np.asarray(fits | entries.spread(~entries.most(fits, default=False)), np.bool_)
