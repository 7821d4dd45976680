"""A vacancy as everybody may read it: nothing about people, nothing written for coordinators alone."""

from dataclasses import dataclass

from flask_babel import gettext as _

from web.models.vacancy import RequirementKind, Vacancy
from web.presenters.names import country_name, language_name, long_date, years
from web.presenters.vacancies import (
    duration,
    language_words,
    posts,
    short_start_window,
    skill_words,
    start_window,
    start_words,
)
from web.presenters.vacancy_words import MODE, PURPOSE
from web.presenters.wording import codes

Row = dict[str, str | list[str]]


@dataclass(frozen=True)
class OpenVacancy:
    """One line of a list of vacancies."""

    id: int
    title: str
    language: str
    occupation: str
    facility: str
    country: str
    mode: str
    start: str
    start_words: str
    languages: str
    free: int


def summarise(vacancy: Vacancy) -> OpenVacancy:
    """Put a vacancy into one line."""
    mode = str(MODE[vacancy.mode])
    return OpenVacancy(
        id=vacancy.id,
        title=vacancy.title,
        language=vacancy.language,
        occupation=occupation_words(vacancy),
        facility=vacancy.facility.name,
        country=country_name(vacancy.country),
        mode=codes.listing([mode, duration(vacancy)]) if vacancy.duration_weeks else mode,
        start=short_start_window(vacancy),
        start_words=start_words(vacancy),
        languages=codes.listing([language_name(row.code) for row in vacancy.languages if row.required]),
        free=vacancy.free_posts,
    )


def occupation_words(vacancy: Vacancy) -> str:
    """Name the occupation, and the specialty where the post asks for one."""
    specialty = codes.specialty(vacancy.specialty) if vacancy.specialty else ""
    return codes.listing([codes.occupation(vacancy.occupation), specialty])


def list_facts(vacancy: Vacancy) -> list[Row]:
    """List what the post is, where, and when."""
    place = codes.listing([vacancy.facility.name, vacancy.facility.region, country_name(vacancy.country)])
    return [
        {"key": _("Occupation"), "value": occupation_words(vacancy)},
        {"key": _("Where"), "value": place},
        {"key": _("Asked for by"), "value": vacancy.ministry.name},
        {"key": _("Kind of post"), "value": str(MODE[vacancy.mode])},
        {"key": _("Purpose"), "value": str(PURPOSE[vacancy.purpose])},
        {"key": _("Start"), "value": start_window(vacancy)},
        {"key": _("Length"), "value": duration(vacancy)},
        {"key": _("Posts"), "value": posts(vacancy)},
        {"key": _("Published"), "value": long_date(vacancy.published_at)},
    ]


def list_asked(vacancy: Vacancy) -> list[Row]:
    """List what the person must bring, then what helps."""
    experience = vacancy.min_years_experience
    rows: list[Row] = [
        {"key": _("Must-have skills"), "value": _skills(vacancy, RequirementKind.MUST_HAVE)},
        {"key": _("Skills that help"), "value": _skills(vacancy, RequirementKind.DESIRABLE)},
        {"key": _("Languages needed"), "value": language_words(vacancy, required=True)},
        {"key": _("Languages that help"), "value": language_words(vacancy, required=False)},
        {
            "key": _("Experience"),
            "value": _("At least %(years)s", years=years(experience)) if experience else "",
        },
        {"key": _("Licence to practise"), "value": _licence(vacancy)},
        {"key": _("Teaching"), "value": _("You also teach others") if vacancy.teaching else ""},
    ]
    return [row for row in rows if row["value"]]


def list_offered(vacancy: Vacancy) -> list[Row]:
    """List what the ministry gives."""
    funding = _("Funded") if vacancy.funded else _("The ministry is still looking for the money")
    rows: list[Row] = [
        {"key": _("Benefits"), "value": vacancy.benefits},
        {"key": _("Funding"), "value": funding},
    ]
    return [row for row in rows if row["value"]]


def _skills(vacancy: Vacancy, kind: RequirementKind) -> list[str]:
    return [skill_words(skill) for skill in vacancy.skills if skill.kind == kind]


def _licence(vacancy: Vacancy) -> str:
    return _("Needed") if vacancy.licence_required else _("Not needed")
