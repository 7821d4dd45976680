"""Acts on skills."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from matcher.acts.act import Act
from matcher.query import Query
from matcher.reasons import Action, SkillState
from matcher.skills import WHOLE, skill_evidence
from matcher.types import AskedSkill, Candidate, HeldSkill


def skill_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State a skill that is to ask, or all indispensable ones; reach the level asked of one stated below."""
    position = query.position
    to_state = []
    for asked in dict.fromkeys((*(position.required_skills or ()), *(position.desirable_skills or ()))):
        shown = skill_evidence(asked, candidate.skills, candidate.summary, query)
        if shown.high < WHOLE:
            yield Act(Action.RAISE_SKILL, _values(asked), _with(candidate, asked))
        elif shown.state is not SkillState.SHOWN:
            yield Act(Action.ADD_SKILL, _values(asked), _with(candidate, asked))
            to_state.append(asked)
    indispensable = [asked for asked in to_state if asked.indispensable]
    if len(indispensable) > 1:
        values = {"skills": [_values(asked) for asked in indispensable]}
        yield Act(Action.ADD_SKILLS, values, _with(candidate, *indispensable))


def _with(candidate: Candidate, *asked: AskedSkill) -> Candidate:
    stated = (HeldSkill(each.code, each.phrase, each.min_level or 1) for each in asked)
    return replace(candidate, skills=(*(candidate.skills or ()), *stated))


def _values(asked: AskedSkill) -> dict[str, Any]:
    return {"code": asked.code, "phrase": asked.phrase, "level": asked.min_level or 1}
