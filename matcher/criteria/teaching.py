"""Ability to teach, where the post teaches: skills at level 4, can teach."""

from typing import Any

import numpy as np

from matcher.columns import Columns
from matcher.criteria.criterion import Points, Scores, not_asked, not_stated
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.skills import same_as_any
from matcher.types import HeldSkill

TEACHES = 4
TEACHING = "teaching"
_WHOLE = 100
_HALF = 50


def judge_teaching(held: tuple[HeldSkill, ...] | None, query: Query, maximum: int) -> Points:
    """Give all for teaching a skill the post asks for or for a skill of teaching itself, half for another.

    A skill without a level may yet be taught: it widens the range.
    """
    if not query.position.teaching:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    shares = [(*_share(skill, query), skill) for skill in held]
    low, _, best = max(shares, key=_strength, default=(0, 0, None))
    high = max((high for _, high, _ in shares), default=0)
    return Points(maximum * low // _WHOLE, maximum * high // _WHOLE, _evidence(best if low else None))


def _share(skill: HeldSkill, query: Query) -> tuple[int, int]:
    position = query.position
    asked = (*(position.required_skills or ()), *(position.desirable_skills or ()))
    matters = any(query.closeness(skill, wanted) == _WHOLE for wanted in asked)
    share = _WHOLE if matters else _HALF
    if skill.code and query.vocabulary.skills[skill.code].group == TEACHING:
        return _WHOLE, _WHOLE
    if skill.level is None:
        return 0, share
    return (share, share) if skill.level == TEACHES else (0, 0)


def _strength(share: tuple[int, int, HeldSkill]) -> tuple[int, int, str, str]:
    low, high, skill = share
    return low, high, skill.code or "", skill.phrase or ""


def _evidence(skill: HeldSkill | None) -> dict[str, Any]:
    by = None if skill is None else {"code": skill.code, "phrase": skill.phrase}
    return {"code": Evidence.TEACHING.value, "skill": by, "level": skill.level if skill else None}


def score_teaching(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score whether people can teach."""
    position = query.position
    if not position.teaching:
        return None
    held = columns.skills
    asked = [*(position.required_skills or ()), *(position.desirable_skills or ())]
    share = np.where(same_as_any(columns, asked, query), _WHOLE, _HALF)
    is_teaching = columns.numbers.is_teaching[held.codes]
    low = np.where(is_teaching, _WHOLE, np.where(held.levels == TEACHES, share, 0))
    high = np.where(is_teaching | (held.levels > 0), low, share)
    scores = maximum * held.entries.most(np.stack([low, high]), 0) // _WHOLE
    scores[1, ~held.known] = maximum
    return scores
