"""How far a person shows one skill asked for; used by gates, criteria, order and reasons alike.

A list of skills is never complete: a skill that is not stated may still be there, so it is *to ask*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Numbers
from matcher.columns.codes import NONE
from matcher.query import Query
from matcher.reasons import SkillBasis, SkillState
from matcher.types import AskedSkill, HeldSkill

WHOLE = 100
HALF = 50
Shares = NDArray[np.int16]
"""Hundredths of a skill."""


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """One skill asked, and what shows it; shares in hundredths of the skill."""

    asked: AskedSkill
    basis: SkillBasis
    low: int
    high: int
    by: HeldSkill | None = None

    @property
    def state(self) -> SkillState:
        """Shown, partly shown, or to ask."""
        if self.low == WHOLE:
            return SkillState.SHOWN
        return SkillState.PARTLY if self.low else SkillState.TO_ASK

    def to_json(self) -> dict[str, Any]:
        """Write it as a value of the evidence."""
        by = self.by
        return {
            "code": self.asked.code,
            "phrase": self.asked.phrase,
            "min_level": self.asked.min_level,
            "state": self.state.value,
            "basis": self.basis.value,
            "by": None if by is None else {"code": by.code, "phrase": by.phrase},
            "level": None if by is None else by.level,
        }


def skill_evidence(
    asked: AskedSkill, held: tuple[HeldSkill, ...] | None, summary: str | None, query: Query
) -> SkillEvidence:
    """Return the best that a person's skills and summary say about one skill asked.

    The low end is the best of all that speaks for it; the high end is 100 unless the skill itself is stated
    with a level below the one asked.
    """
    closeness = [(query.closeness(skill, asked), skill) for skill in held or ()]
    stated = [_stated(asked, skill) for near, skill in closeness if near == WHOLE]
    related = [
        SkillEvidence(asked, SkillBasis.RELATED, near // 2, WHOLE, skill)
        for near, skill in closeness
        if 1 < near < WHOLE
    ]
    best = max(stated, key=_strength, default=None)
    if best and best.low == WHOLE:
        return best
    other = max(related, key=_strength, default=None)
    if summary and (other is None or other.low < HALF) and query.mentions(summary, asked):
        other = SkillEvidence(asked, SkillBasis.SUMMARY, HALF, WHOLE)
    if best is None:
        return other or SkillEvidence(asked, SkillBasis.NONE, 0, WHOLE)
    if other is None or other.low <= best.low:
        return best
    return SkillEvidence(asked, other.basis, other.low, max(best.high, other.low), other.by)


def _stated(asked: AskedSkill, skill: HeldSkill) -> SkillEvidence:
    least = asked.min_level or 1
    if skill.level is None:
        if least == 1:
            return SkillEvidence(asked, SkillBasis.STATED, WHOLE, WHOLE, skill)
        return SkillEvidence(asked, SkillBasis.LEVEL_UNKNOWN, WHOLE // least, WHOLE, skill)
    if skill.level >= least:
        return SkillEvidence(asked, SkillBasis.STATED, WHOLE, WHOLE, skill)
    share = WHOLE * skill.level // least
    return SkillEvidence(asked, SkillBasis.BELOW, share, share, skill)


def _strength(evidence: SkillEvidence) -> tuple[int, int, str, str, int]:
    by = evidence.by or HeldSkill()
    return evidence.low, evidence.high, by.code or "", by.phrase or "", by.level or 0


def shares_for(columns: Columns, query: Query) -> tuple[Shares, Shares]:
    """Return what skills and summaries show of the must-have and of the desirable skills of a position."""
    noted = columns.skills.noted
    if query not in noted:
        required, desirable = query.position.required_skills or (), query.position.desirable_skills or ()
        shares = shares_of(columns, (*required, *desirable), query, with_summaries=True)
        noted[query] = shares[:, : len(required)], shares[:, len(required) :]
    found: tuple[Shares, Shares] = noted[query]
    return found


def shares_of(
    columns: Columns, asked: Sequence[AskedSkill], query: Query, *, with_summaries: bool = False
) -> Shares:
    """Return what people's skills, and their summaries if wanted, show of each skill asked.

    See `skill_evidence` for the rule.

    Returns
    -------
    ndarray of int16, shape (2, asked, people)
        Hundredths of the skill, the low ends, then the high ends.
    """
    stated, related = _best_entries(columns, asked, query)
    if with_summaries:
        for i, skill in enumerate(asked):
            said = columns.index.saying(query.wordings_of(skill))
            if len(said):
                related[i, columns.are_among(said)] = HALF
    stated_low, stated_high = np.divmod(stated, np.int16(_STEP))
    shares = np.empty((2, *stated.shape), np.int16)
    np.maximum(np.maximum(stated_low, related), 0, out=shares[0])
    np.maximum(stated_high, related, out=shares[1])
    shares[1, stated < 0] = WHOLE
    return shares


_NOT_STATED = -1
_STEP = WHOLE + 1
_LEVELS = 6  # none, not used, and 1 to 4


def _best_entries(columns: Columns, asked: Sequence[AskedSkill], query: Query) -> tuple[Shares, Shares]:
    """Return the best that is stated of each skill asked, and half the closeness of the nearest other skill.

    What is stated is ``low * _STEP + high``: the highest low end counts, then the highest high end.
    """
    held, numbers = columns.skills, columns.numbers
    if not asked:
        return np.zeros((0, len(columns)), np.int16), np.zeros((0, len(columns)), np.int16)
    codes = held.codes.astype(np.intp)
    cells = codes * _LEVELS + (held.levels + 1)
    stated = np.empty((len(asked), len(cells)), np.int16)
    related = np.empty((len(asked), len(cells)), np.int16)
    for i, skill in enumerate(asked):
        least = skill.min_level or 1
        if skill.code is not None:
            by_cell, by_code = numbers.of_codes(_tables, (skill.code, least))
            by_cell.take(cells, out=stated[i], mode="wrap")
            by_code.take(codes, out=related[i], mode="wrap")
        else:
            near = _closeness_of_phrases(columns, skill, query)
            stated[i] = np.where(near == WHOLE, _stated_shares(held.levels, least), _NOT_STATED)
            related[i] = np.where((near > 1) & (near < WHOLE), near // 2, _NOT_STATED)
    return held.entries.most(stated, _NOT_STATED).copy(), held.entries.most(related, _NOT_STATED).copy()


def _tables(numbers: Numbers, asked: tuple[str, int]) -> tuple[Shares, Shares]:
    """Tabulate what each skill at each level, and what each other skill, says of one skill asked."""
    code, least = asked
    near = numbers.skill_closeness(code)
    levels = np.tile(np.arange(-1, _LEVELS - 1), len(near))
    by_cell = np.where(np.repeat(near, _LEVELS) == WHOLE, _stated_shares(levels, least), _NOT_STATED)
    by_code = np.where((near > 1) & (near < WHOLE), near // 2, _NOT_STATED)
    return by_cell.astype(np.int16), by_code.astype(np.int16)


def _stated_shares(levels: NDArray[np.int64], least: int) -> NDArray[np.int64]:
    """Return low and high end, in one number, of a skill stated at each level, -1 for none; see `_stated`."""
    low = np.where(levels >= least, WHOLE, WHOLE * np.maximum(levels, 1).astype(np.int64) // least)
    return low * _STEP + np.where(levels == NONE, WHOLE, low)


def same_as_any(columns: Columns, asked: Sequence[AskedSkill], query: Query) -> NDArray[np.bool_]:
    """Say of every entry of `columns.skills` whether it is one of the skills asked, whatever the level."""
    held, numbers = columns.skills, columns.numbers
    near = [numbers.skill_closeness(skill.code) for skill in asked if skill.code is not None]
    is_same = (np.max(near, axis=0) == WHOLE)[held.codes] if near else np.zeros(len(held.codes), np.bool_)
    for skill in asked:
        if skill.code is None:
            is_same |= _closeness_of_phrases(columns, skill, query) == WHOLE
    return is_same


def _closeness_of_phrases(columns: Columns, asked: AskedSkill, query: Query) -> NDArray[np.int16]:
    """Return the closeness of every entry without a code to a skill without one; 0 for all others."""
    held, phrases = columns.skills, columns.numbers.phrases
    closeness = np.zeros(len(held.codes), np.int16)
    uncoded = np.flatnonzero(held.codes == NONE)
    for number in np.unique(held.phrases[uncoded]).tolist():
        same = uncoded[held.phrases[uncoded] == number]
        closeness[same] = query.closeness(HeldSkill(phrase=phrases.value(number)), asked)
    return closeness
