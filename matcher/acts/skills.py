"""Acts on skills."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.query import Query
from matcher.reasons import Action, SkillState
from matcher.skills import skill_evidence
from matcher.types import Candidate, HeldSkill


def skill_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State a skill asked for at its level."""
    position = query.position
    for asked in (*(position.required_skills or ()), *(position.desirable_skills or ())):
        shown = skill_evidence(asked, candidate.skills, candidate.summary, query)
        if shown.state is not SkillState.SHOWN:
            level = asked.min_level or 1
            skill = HeldSkill(asked.code, asked.phrase, level)
            values = {"code": asked.code, "phrase": asked.phrase, "level": level}
            yield Act(Action.ADD_SKILL, values, replace(candidate, skills=(*(candidate.skills or ()), skill)))
