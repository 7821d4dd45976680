"""A vacancy as the engine sees it."""

from datetime import date

from matcher import AskedLanguage, AskedSkill, Position
from web.models.base import now
from web.models.vacancy import RequiredSkill, RequirementKind, Vacancy
from web.services.vocabulary import known_skill


def position_of(vacancy: Vacancy) -> Position:
    """Say what a vacancy asks for, in the engine's terms."""
    return Position(
        id=str(vacancy.id),
        language=vacancy.language,
        title=vacancy.title,
        occupation=vacancy.occupation,
        specialty=vacancy.specialty,
        country=vacancy.country,
        facility=vacancy.facility.name,
        mode=vacancy.mode.value,
        earliest_start=_first_day_left(vacancy),
        latest_start=vacancy.latest_start,
        duration_weeks=vacancy.duration_weeks,
        posts=vacancy.posts,
        min_years_experience=vacancy.min_years_experience,
        licence_required=vacancy.licence_required,
        languages=tuple(
            AskedLanguage(language.code, language.min_cefr.value, language.required)
            for language in vacancy.languages
        ),
        required_skills=_skills(vacancy, RequirementKind.MUST_HAVE),
        desirable_skills=_skills(vacancy, RequirementKind.DESIRABLE),
        teaching=vacancy.teaching,
        description=vacancy.description,
    )


def _first_day_left(vacancy: Vacancy) -> date:
    # Nobody begins in the past. The engine knows no today, so it is told the days that are left.
    return min(max(vacancy.earliest_start, now().date()), vacancy.latest_start)


def _skills(vacancy: Vacancy, kind: RequirementKind) -> tuple[AskedSkill, ...]:
    return tuple(_skill(row) for row in vacancy.skills if row.kind == kind)


def _skill(row: RequiredSkill) -> AskedSkill:
    return AskedSkill(known_skill(row.code), row.phrase, row.min_level, row.indispensable)
