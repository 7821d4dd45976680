"""From the fields of the vacancy form to answers, and back."""

from typing import Any

from web.forms.vacancies import (
    NO,
    YES,
    ConditionsForm,
    ExperienceForm,
    NewVacancyForm,
    PostFields,
    TimeFields,
    read_yes,
)
from web.models.facility import Facility
from web.models.professional import Mode
from web.models.vacancy import Purpose, Vacancy
from web.services.vacancy_answers import VacancyAnswers


def read_post(form: PostFields) -> VacancyAnswers:
    """Read what the post is called."""
    return {
        "title": form.title.data,
        "specialty": form.specialty.data or None,
        "language": form.language.data,
    }


def read_time(form: TimeFields) -> VacancyAnswers:
    """Read when, how long, how many and what for."""
    return {
        "mode": Mode(form.mode.data),
        "earliest_start": form.earliest_start.data,
        "latest_start": form.latest_start.data,
        "duration_weeks": form.duration_weeks.data,
        "posts": form.posts.data,
        "purpose": Purpose(form.purpose.data),
        "teaching": form.teaching.data,
    }


def read_first(form: NewVacancyForm, facility: Facility, occupation: str) -> VacancyAnswers:
    """Read what a vacancy begins with."""
    place: VacancyAnswers = {"facility": facility, "occupation": occupation}
    return {**place, **read_post(form), **read_time(form)}


def read_experience(form: ExperienceForm) -> VacancyAnswers:
    """Read whether a licence is needed, and how many years."""
    return {
        "licence_required": read_yes(form.licence_required),
        "min_years_experience": form.min_years_experience.data,
    }


def read_conditions(form: ConditionsForm) -> VacancyAnswers:
    """Read the work, the benefits, the money, and the word on local candidates."""
    return {
        "description": form.description.data,
        "benefits": form.benefits.data or "",
        "funded": read_yes(form.funded),
        "budget_line": form.budget_line.data or "",
        "local_candidates": form.local_candidates.data,
    }


def stored_time(vacancy: Vacancy) -> dict[str, Any]:
    """Give what the page about time shows at first."""
    return {
        "mode": vacancy.mode.value,
        "earliest_start": vacancy.earliest_start,
        "latest_start": vacancy.latest_start,
        "duration_weeks": vacancy.duration_weeks,
        "posts": vacancy.posts,
        "purpose": vacancy.purpose.value,
        "teaching": vacancy.teaching,
    }


def stored_experience(vacancy: Vacancy) -> dict[str, Any]:
    """Give what the page about licence and years shows at first."""
    return {
        "licence_required": YES if vacancy.licence_required else NO,
        "min_years_experience": vacancy.min_years_experience,
    }


def stored_conditions(vacancy: Vacancy) -> dict[str, Any]:
    """Give what the page about the conditions shows at first; funding is only known once it was asked."""
    return {
        "description": vacancy.description,
        "benefits": vacancy.benefits,
        "funded": _funded(vacancy),
        "budget_line": vacancy.budget_line,
        "local_candidates": vacancy.local_candidates,
    }


def _funded(vacancy: Vacancy) -> str | None:
    if vacancy.funded:
        return YES
    return NO if vacancy.local_candidates else None
