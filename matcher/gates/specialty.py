"""Specialty: the one asked, one that covers it, or a neighbour that somebody has to judge."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Entries, Rows
from matcher.columns.numbers import FIT_RANKS
from matcher.gates.gate import FINAL, MET, UNKNOWN, Screened, answered, not_asked
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


def screen_specialty(columns: Columns, rows: Rows, query: Query) -> Screened | None:
    """Screen the best specialty among the occupations that fit the post, or among all if none fits."""
    asked = query.position.specialty
    if asked is None:
        return None
    held = columns.occupations
    entries = held.ragged.entries(rows)
    ranks = specialty_fits(columns, entries, query)[:, 0]
    none = FIT_RANKS["no"]
    best = entries.most(np.where(fitting_entries(columns, entries, query), ranks, none), none)
    return answered(
        (~held.known[rows], UNKNOWN),
        (best >= FIT_RANKS["may_fill"], MET),
        (best >= FIT_RANKS["unknown"], UNKNOWN),
        otherwise=FINAL,
    )


def specialty_fits(columns: Columns, entries: Entries, query: Query) -> NDArray[np.int16]:
    """Return rank and closeness of the specialty of each entry; for none, and for no occupation, unknown."""
    asked, within = query.position.specialty, query.position.occupation
    assert asked is not None, "screens ask only when the position does"
    held, tables = columns.occupations, columns.numbers
    specialties = held.specialties[entries.places]
    if within is not None:
        return tables.specialty_fits(asked, within)[specialties]
    codes = held.codes[entries.places]
    fits = np.tile(np.array([FIT_RANKS["unknown"], 0], np.int16), (len(codes), 1))
    names = list(tables.occupations)
    for code in np.unique(codes[codes >= 0]).tolist():
        fits[codes == code] = tables.specialty_fits(asked, names[code])[specialties[codes == code]]
    return fits


def fitting_entries(columns: Columns, entries: Entries, query: Query) -> NDArray[np.bool_]:
    """Say of each entry whether it fits the post; of all entries of a row if none does. See `fitting`."""
    asked = query.position.occupation
    if asked is None:
        return np.ones(len(entries.places), np.bool_)
    codes = columns.occupations.codes[entries.places]
    ranks = columns.numbers.occupation_fits(asked, query.position.country)[codes, 0]
    fits = ranks >= FIT_RANKS["may_fill"]
    return np.asarray(fits | entries.spread(~entries.most(fits, False)), np.bool_)
