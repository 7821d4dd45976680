"""Lists of vacancies as coordinators read them: rows, tabs, and the cases of one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import pgettext

from web.models.placement import Placement
from web.models.user import Role
from web.models.vacancy import Vacancy, VacancyStatus
from web.presenters.cases import CaseView, present_case
from web.presenters.names import country_name
from web.presenters.rankings import TabView
from web.presenters.vacancies import posts, short_start_window, status_tag
from web.presenters.vacancy_words import status_tab

# What waits comes first, what is over last; drafts are the ministry's own.
TABS = (
    VacancyStatus.SUBMITTED,
    VacancyStatus.PUBLISHED,
    VacancyStatus.RETURNED,
    VacancyStatus.PAUSED,
    VacancyStatus.FILLED,
    VacancyStatus.CLOSED,
    VacancyStatus.CANCELLED,
)


@dataclass(frozen=True)
class VacancyRow:
    """One vacancy in a list."""

    vacancy: Vacancy
    facility: str
    posts: str
    start: str
    word: str
    tone: str


@dataclass(frozen=True)
class CaseOfVacancy:
    """One case under a vacancy."""

    placement: Placement
    view: CaseView


def present_rows(vacancies: Iterable[Vacancy]) -> list[VacancyRow]:
    """Put vacancies into rows."""
    return [_row(vacancy) for vacancy in vacancies]


def _row(vacancy: Vacancy) -> VacancyRow:
    word, tone = status_tag(vacancy)
    facility = f"{vacancy.facility.name}, {country_name(vacancy.country)}"
    return VacancyRow(vacancy, facility, posts(vacancy), short_start_window(vacancy), word, tone)


def status_tabs(counts: Mapping[VacancyStatus, int], current: VacancyStatus | None) -> list[TabView]:
    """List the states that hold something, and all of them together."""
    everything = TabView(
        pgettext("vacancies", "All"), url_for("coordinator.vacancies"), current is None, sum(counts.values())
    )
    return [everything] + [
        TabView(
            status_tab(status, counts.get(status, 0)),
            url_for("coordinator.vacancies", status=status.value),
            status == current,
            counts.get(status, 0),
        )
        for status in TABS
        if counts.get(status) or status == current
    ]


def present_cases(placements: Iterable[Placement], reader: Role) -> list[CaseOfVacancy]:
    """Put the cases of a vacancy into words for one side."""
    return [CaseOfVacancy(placement, present_case(placement, reader)) for placement in placements]
