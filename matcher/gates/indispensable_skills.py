"""Indispensable skills: those the ministry marked so are stated, at their level.

Not stated is to confirm, stated below is not met; a related skill or a word in the summary does not count.
"""

from matcher.columns import Columns
from matcher.gates.gate import FINAL, MET, UNKNOWN, Screened, answered, not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.skills import WHOLE, shares_of, skill_evidence
from matcher.types import GateResult, HeldSkill, State

NAME = "indispensable_skills"


def judge_indispensable_skills(held: tuple[HeldSkill, ...] | None, query: Query) -> GateResult:
    """Judge all indispensable skills; the worst one decides."""
    wanted = tuple(skill for skill in query.position.required_skills or () if skill.indispensable)
    if not wanted:
        return not_asked(NAME)
    asked = [{"code": skill.code, "phrase": skill.phrase, "min_level": skill.min_level} for skill in wanted]
    shown = [skill_evidence(skill, held, None, query) for skill in wanted]
    has = [{"state": each.state.value, "level": each.by.level if each.by else None} for each in shown]
    if any(each.high < WHOLE for each in shown):
        return GateResult(NAME, State.NOT_MET, GateReason.SKILLS_BELOW, asked, has)
    if any(each.low < WHOLE for each in shown):
        return GateResult(NAME, State.UNKNOWN, GateReason.SKILLS_TO_ASK, asked, has, fix=Fix.ASK_SKILL)
    return GateResult(NAME, State.MET, GateReason.SKILLS_SHOWN, asked, has)


def screen_indispensable_skills(columns: Columns, query: Query) -> Screened | None:
    """Screen all indispensable skills; the worst one decides."""
    wanted = [skill for skill in query.position.required_skills or () if skill.indispensable]
    if not wanted:
        return None
    worst_low, worst_high = shares_of(columns, wanted, query).min(1)
    return answered((worst_high < WHOLE, FINAL), (worst_low < WHOLE, UNKNOWN), otherwise=MET)
