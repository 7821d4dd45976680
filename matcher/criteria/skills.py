"""Required and desirable skills: the share of the skills asked that the person shows."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from matcher.columns import Columns
from matcher.criteria.criterion import Points, Scores, not_asked
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.skills import WHOLE, Shares, shares_for, skill_evidence
from matcher.types import AskedSkill, Candidate, HeldSkill

REQUIRED_SKILLS, DESIRABLE_SKILLS = "required_skills", "desirable_skills"

Facet = tuple[tuple[HeldSkill, ...] | None, str | None]


def facet(candidate: Candidate) -> Facet:
    """Return skills and summary."""
    return candidate.skills, candidate.summary


def judge_required_skills(held: Facet, query: Query, maximum: int) -> Points:
    """Give every must-have skill the same part of the maximum, and of that what is shown of it."""
    return _judge(query.position.required_skills, held, query, maximum)


def judge_desirable_skills(held: Facet, query: Query, maximum: int) -> Points:
    """Give every desirable skill the same part of the maximum, and of that what is shown of it."""
    return _judge(query.position.desirable_skills, held, query, maximum)


def _judge(asked: tuple[AskedSkill, ...] | None, held: Facet, query: Query, maximum: int) -> Points:
    if not asked:
        return not_asked()
    skills, summary = held
    shown = [skill_evidence(skill, skills, summary, query) for skill in asked]
    whole = WHOLE * len(asked)
    low = maximum * sum(each.low for each in shown) // whole
    high = maximum * sum(each.high for each in shown) // whole
    return Points(low, high, {"code": Evidence.SKILLS.value, "skills": [each.to_json() for each in shown]})


def skill_states(evidence: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    """Return the single skills of an evidence; none for other kinds of evidence."""
    skills: Sequence[dict[str, Any]] = evidence.get("skills", ())
    return skills


def score_required_skills(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score what is shown of the must-have skills."""
    return _score(shares_for(columns, query)[0], maximum)


def score_desirable_skills(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score what is shown of the desirable skills."""
    return _score(shares_for(columns, query)[1], maximum)


def _score(shares: Shares, maximum: int) -> Scores | None:
    _, asked, _ = shares.shape
    return maximum * shares.sum(1, dtype=np.int64) // (WHOLE * asked) if asked else None
