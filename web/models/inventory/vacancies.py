"""Vacancies: what a ministry asks for."""

from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_ministries, of_staff, version
from web.models.inventory.kinds import Kind
from web.models.vacancy import RequiredLanguage, RequiredSkill, Vacancy, VacancyEvent

_MINISTRY = (of_ministries(rules.VACANCY),)
_STAFF = (of_staff(rules.VACANCY),)

VACANCY = TableEntry(
    Vacancy,
    "Vacancy",
    _MINISTRY,
    (
        number(Vacancy.id),
        version(Vacancy.version),
        Line(Vacancy.ministry_id, Kind.IDENTIFIER, "which ministry asks"),
        Line(Vacancy.facility_id, Kind.IDENTIFIER, "where the post is"),
        Line(Vacancy.country, Kind.REQUEST, "in which country"),
        Line(Vacancy.language, Kind.REQUEST, "the language it is written in"),
        Line(Vacancy.title, Kind.REQUEST, "what the post is called"),
        Line(Vacancy.occupation, Kind.REQUEST, "the occupation asked for"),
        Line(Vacancy.specialty, Kind.REQUEST, "the specialty asked for"),
        Line(Vacancy.mode, Kind.REQUEST, "for some weeks, for good or at a distance"),
        Line(Vacancy.purpose, Kind.REQUEST, "service, teaching or emergency"),
        Line(Vacancy.earliest_start, Kind.REQUEST, "first day it can begin"),
        Line(Vacancy.latest_start, Kind.REQUEST, "last day it can begin"),
        Line(Vacancy.duration_weeks, Kind.REQUEST, "how long it lasts"),
        Line(Vacancy.posts, Kind.REQUEST, "how many people are asked for"),
        Line(Vacancy.filled, Kind.TECHNICAL, "how many posts are taken"),
        Line(Vacancy.min_years_experience, Kind.REQUEST, "years of experience asked for"),
        Line(Vacancy.licence_required, Kind.REQUEST, "whether it needs a licence"),
        Line(Vacancy.teaching, Kind.REQUEST, "whether the person teaches"),
        Line(
            Vacancy.description,
            Kind.REQUEST,
            "the post in the ministry's words, for everybody to read",
            may_hold="names and telephone numbers of people at the facility",
        ),
        Line(
            Vacancy.benefits,
            Kind.REQUEST,
            "what the person gets, for everybody to read",
            may_hold="names of whoever lends a house or a car",
        ),
        Line(Vacancy.funded, Kind.REQUEST, "whether the money is there"),
        Line(Vacancy.budget_line, Kind.REQUEST, "where the money stands"),
        Line(
            Vacancy.local_candidates,
            Kind.REQUEST,
            "why nobody in the country can be hired, for coordinators to read",
            may_hold="names of local candidates who applied",
        ),
        Line(Vacancy.status, Kind.DECISION, "where the vacancy stands"),
        Line(Vacancy.created_by_id, Kind.ACT, "who wrote it, and is told what becomes of it", _STAFF),
        Line(Vacancy.created_at, Kind.ACT, "when it was begun", _STAFF),
        Line(Vacancy.published_at, Kind.ACT, "when everybody could see it"),
    ),
)

REQUIRED_LANGUAGE = TableEntry(
    RequiredLanguage,
    "Language asked for",
    _MINISTRY,
    (
        number(RequiredLanguage.id),
        Line(RequiredLanguage.vacancy_id, Kind.IDENTIFIER, "which vacancy asks"),
        Line(RequiredLanguage.code, Kind.REQUEST, "which language"),
        Line(RequiredLanguage.min_cefr, Kind.REQUEST, "how well, at least"),
        Line(RequiredLanguage.required, Kind.REQUEST, "whether it is a must-have"),
    ),
)

REQUIRED_SKILL = TableEntry(
    RequiredSkill,
    "Skill asked for",
    _MINISTRY,
    (
        number(RequiredSkill.id),
        Line(RequiredSkill.vacancy_id, Kind.IDENTIFIER, "which vacancy asks"),
        Line(RequiredSkill.kind, Kind.REQUEST, "whether it is a must-have"),
        Line(RequiredSkill.code, Kind.REQUEST, "which skill, where the vocabulary has it"),
        Line(RequiredSkill.phrase, Kind.REQUEST, "which skill, as the ministry calls it"),
        Line(RequiredSkill.min_level, Kind.REQUEST, "how well, at least"),
        Line(RequiredSkill.indispensable, Kind.REQUEST, "whether nobody can do without it"),
    ),
)

VACANCY_EVENT = TableEntry(
    VacancyEvent,
    "Step of a vacancy",
    _MINISTRY,
    (
        number(VacancyEvent.id),
        Line(VacancyEvent.vacancy_id, Kind.IDENTIFIER, "which vacancy it belongs to"),
        Line(VacancyEvent.from_status, Kind.DECISION, "where the vacancy stood before"),
        Line(VacancyEvent.to_status, Kind.DECISION, "where it stood afterwards"),
        Line(VacancyEvent.actor_id, Kind.ACT, "who did it", _STAFF),
        Line(VacancyEvent.at, Kind.ACT, "when it was done", _STAFF),
        Line(
            VacancyEvent.comment,
            Kind.STAFF_WORDS,
            "why, such as what is missing when a vacancy is returned",
            _STAFF,
            may_hold="names of colleagues, of people at the facility and of candidates",
        ),
    ),
)

TABLES = (VACANCY, REQUIRED_LANGUAGE, REQUIRED_SKILL, VACANCY_EVENT)
