"""How far a person shows one skill asked for; used by gates, criteria, order and reasons alike.

A list of skills is never complete: a skill that is not stated may still be there, so it is *to ask*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.columns.codes import NONE
from matcher.query import Query
from matcher.reasons import SkillBasis, SkillState
from matcher.types import AskedSkill, HeldSkill

WHOLE = 100
HALF = 50


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


def shares_of(
    columns: Columns,
    asked: Sequence[AskedSkill],
    query: Query,
    *,
    with_summaries: bool = False,
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return what people's skills, and their summaries if wanted, show of each skill asked.

    See `skill_evidence` for the rule.

    Returns
    -------
    low, high : ndarray of int16, shape (asked, people)
        Hundredths of the skill.
    """
    held = columns.skills
    shares = np.empty((2, len(asked), len(columns)), np.int16)
    for i, skill in enumerate(asked):
        near = closeness_of(columns, skill, query)
        low, high = _stated_shares(held.levels, skill.min_level or 1)
        # The best that is stated is the one with the highest low end, then with the highest high end.
        best = held.entries.most(np.where(near == WHOLE, low * _STEP + high, NOT_STATED), NOT_STATED)
        is_related = (near > 1) & (near < WHOLE)
        other = held.entries.most(np.where(is_related, near // 2, NOT_STATED), NOT_STATED)
        stated_low, stated_high = best // _STEP, best % _STEP
        if with_summaries:
            said = columns.are_among(columns.index.saying(query.wordings_of(skill)))
            other = np.where(said & (stated_low < WHOLE) & (other < HALF), HALF, other)
        is_stated, is_other = best >= 0, other > np.where(best >= 0, stated_low, NOT_STATED)
        shares[0, i] = np.where(is_other, other, np.where(is_stated, stated_low, 0))
        shares[1, i] = np.where(
            is_stated, np.where(is_other, np.maximum(stated_high, other), stated_high), WHOLE
        )
    return shares[0], shares[1]


_STEP = WHOLE + 1
NOT_STATED = -1


def closeness_of(columns: Columns, asked: AskedSkill, query: Query) -> NDArray[np.int16]:
    """Return the closeness of every entry of `columns.skills` to a skill asked."""
    held, numbers = columns.skills, columns.numbers
    if asked.code is not None:
        near: NDArray[np.int16] = numbers.skill_closeness(asked.code)[held.codes]
        return near
    closeness = np.zeros(len(held.codes), np.int16)
    uncoded = np.flatnonzero(held.codes == NONE)
    for phrase in np.unique(held.phrases[uncoded]).tolist():
        same = uncoded[held.phrases[uncoded] == phrase]
        closeness[same] = query.closeness(HeldSkill(phrase=numbers.phrases.value(phrase)), asked)
    return closeness


def _stated_shares(levels: NDArray[np.int8], least: int) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return low and high end of a skill stated at each level, -1 for without one; see `_stated`."""
    shown = WHOLE * np.maximum(levels, 1).astype(np.int16) // least
    low = np.where(levels >= least, np.int16(WHOLE), shown)
    return low, np.where(levels == NONE, np.int16(WHOLE), low)
