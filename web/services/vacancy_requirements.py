"""The skills and languages a vacancy asks for."""

from sqlalchemy.orm import Session

from web.models.claims import Cefr
from web.models.user import User
from web.models.vacancy import RequiredLanguage, RequiredSkill, RequirementKind, Vacancy
from web.services.errors import ConflictError, InvalidError
from web.services.vacancy_editing import open_for_change, save_change

MOST_LANGUAGES = 8
MOST_SKILLS = 40


class RepeatedLanguageError(InvalidError):
    """The same language is asked for twice."""


class RepeatedSkillError(InvalidError):
    """The same skill is asked for twice."""


class TooManyRequirementsError(InvalidError):
    """Nobody could read, and hardly anybody meet, a longer list."""


class RequirementGoneError(ConflictError):
    """Somebody took the requirement out in the meantime."""


def add_language(
    session: Session,
    *,
    vacancy: Vacancy,
    actor: User,
    expected_version: int,
    code: str,
    min_cefr: Cefr,
    required: bool,
) -> None:
    """Ask for one more language."""
    open_for_change(vacancy, expected_version)
    if any(language.code == code for language in vacancy.languages):
        raise RepeatedLanguageError("code")
    if len(vacancy.languages) >= MOST_LANGUAGES:
        raise TooManyRequirementsError
    vacancy.languages.append(RequiredLanguage(code=code, min_cefr=min_cefr, required=required))
    save_change(session, vacancy=vacancy, actor=actor, action="vacancy.add_language", code=code)


def remove_language(
    session: Session, *, vacancy: Vacancy, actor: User, expected_version: int, language_id: int
) -> None:
    """No longer ask for a language."""
    open_for_change(vacancy, expected_version)
    language = next((row for row in vacancy.languages if row.id == language_id), None)
    if language is None:
        raise RequirementGoneError
    vacancy.languages.remove(language)
    save_change(session, vacancy=vacancy, actor=actor, action="vacancy.remove_language", code=language.code)


def add_skill(
    session: Session,
    *,
    vacancy: Vacancy,
    actor: User,
    expected_version: int,
    kind: RequirementKind,
    code: str | None,
    phrase: str,
    min_level: int | None,
    indispensable: bool,
) -> None:
    """Ask for one more skill; only a must-have can be indispensable."""
    open_for_change(vacancy, expected_version)
    if any(_is_same(skill, code, phrase) for skill in vacancy.skills):
        raise RepeatedSkillError("choice")
    if len(vacancy.skills) >= MOST_SKILLS:
        raise TooManyRequirementsError
    skill = RequiredSkill(
        kind=kind,
        code=code,
        phrase=phrase,
        min_level=min_level,
        indispensable=indispensable and kind == RequirementKind.MUST_HAVE,
    )
    vacancy.skills.append(skill)
    save_change(session, vacancy=vacancy, actor=actor, action="vacancy.add_skill", code=code)


def _is_same(skill: RequiredSkill, code: str | None, phrase: str) -> bool:
    if code is not None and skill.code is not None:
        return skill.code == code
    return skill.phrase.casefold() == phrase.casefold()


def remove_skill(
    session: Session, *, vacancy: Vacancy, actor: User, expected_version: int, skill_id: int
) -> None:
    """No longer ask for a skill."""
    open_for_change(vacancy, expected_version)
    skill = next((row for row in vacancy.skills if row.id == skill_id), None)
    if skill is None:
        raise RequirementGoneError
    vacancy.skills.remove(skill)
    save_change(session, vacancy=vacancy, actor=actor, action="vacancy.remove_skill", code=skill.code)
