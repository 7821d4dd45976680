"""How far one person shows one skill asked for, and by what.

A list of skills is never complete: a skill that is not stated may still be there, so it is *to ask*.
"""

from dataclasses import dataclass
from typing import Any

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
