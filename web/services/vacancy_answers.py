"""What a ministry states about a vacancy, and the rules that hold between the answers."""

from datetime import date
from typing import TypedDict

from web.models.facility import Facility
from web.models.ministry import Ministry
from web.models.professional import Mode
from web.models.vacancy import Purpose, Vacancy
from web.services.errors import InvalidError


class FacilityAbroadError(InvalidError):
    """A ministry asks only for people at facilities of its own country."""


class StartWindowError(InvalidError):
    """The latest start lies before the earliest."""


class DurationError(InvalidError):
    """A permanent post has no duration; every other post has one."""


class PostsError(InvalidError):
    """A vacancy has at least one post."""


class BudgetLineMissingError(InvalidError):
    """A funded post names the budget line that pays for it."""


class VacancyAnswers(TypedDict, total=False):
    """The answers of the vacancy form, by column; any part of them may be given."""

    facility: Facility
    language: str
    title: str
    occupation: str
    specialty: str | None
    mode: Mode
    purpose: Purpose
    earliest_start: date
    latest_start: date
    duration_weeks: int | None
    posts: int
    min_years_experience: int
    licence_required: bool
    teaching: bool
    description: str
    benefits: str
    funded: bool
    budget_line: str
    local_candidates: str


def write_answers(vacancy: Vacancy, ministry: Ministry, answers: VacancyAnswers) -> list[str]:
    """Put answers into a vacancy, refuse those that cannot stand together, and name what was given."""
    for name, value in answers.items():
        setattr(vacancy, name, value)
    if "facility" in answers:
        check_facility(answers["facility"], ministry)
    check_answers(vacancy)
    return sorted(answers)


def check_facility(facility: Facility, ministry: Ministry) -> None:
    """Refuse a facility of another country."""
    if facility.country != ministry.country:
        raise FacilityAbroadError("facility")


def check_answers(vacancy: Vacancy) -> None:
    """Say by name what the database would refuse, and what only people would notice."""
    if vacancy.latest_start < vacancy.earliest_start:
        raise StartWindowError("latest_start")
    if (vacancy.mode == Mode.PERMANENT) != (vacancy.duration_weeks is None):
        raise DurationError("duration_weeks")
    if vacancy.posts < 1:
        raise PostsError("posts")
    if vacancy.funded and not vacancy.budget_line:
        raise BudgetLineMissingError("budget_line")
