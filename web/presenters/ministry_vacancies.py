"""The vacancies of a ministry as its own users work on them: tabs, sorting, tasks, acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import pgettext

from web.models.vacancy import VACANCY_TRANSITIONS, Vacancy, VacancyStatus
from web.presenters.rankings import TabView
from web.presenters.vacancies import AnswerRow, AnswerSection, list_answers, section_label, section_state
from web.presenters.vacancy_words import status_tab
from web.queries.vacancies import VacancyOrder
from web.services.vacancy_sections import Section, list_missing_sections

RANKED = frozenset(
    {VacancyStatus.PUBLISHED, VacancyStatus.PAUSED, VacancyStatus.FILLED, VacancyStatus.CLOSED}
)


@dataclass(frozen=True)
class Task:
    """One section of the form as a task, for `task_list`."""

    label: str
    url: str
    state: str


@dataclass(frozen=True)
class Act:
    """Something the ministry can do with a vacancy, on a page of its own."""

    words: str
    url: str


def ministry_tabs(counts: Mapping[VacancyStatus, int], current: VacancyStatus | None) -> list[TabView]:
    """List the states in which the ministry has vacancies, and all of them together."""
    everything = TabView(
        pgettext("vacancies", "All"), url_for("ministry.vacancies"), current is None, sum(counts.values())
    )
    return [everything] + [
        TabView(
            status_tab(status, counts.get(status, 0)),
            url_for("ministry.vacancies", status=status.value),
            status == current,
            counts.get(status, 0),
        )
        for status in VacancyStatus
        if counts.get(status) or status == current
    ]


def list_columns(order: VacancyOrder, status: VacancyStatus | None) -> list[dict[str, Any]]:
    """List the columns of the list; those it can be sorted by lead to the list so sorted."""
    return [
        _column(_("Vacancy"), VacancyOrder.TITLE, order, status),
        {"label": _("State")},
        {"label": _("Posts")},
        _column(_("Start"), VacancyOrder.START, order, status),
    ]


def _column(
    label: str, by: VacancyOrder, order: VacancyOrder, status: VacancyStatus | None
) -> dict[str, Any]:
    # A second press goes back to the newest first.
    wanted = VacancyOrder.NEWEST if order == by else by
    url = url_for("ministry.vacancies", status=status and status.value, sort=wanted.value)
    return {"label": label, "sort_url": url, "sorted": "ascending" if order == by else None}


def list_tasks(vacancy: Vacancy) -> list[Task]:
    """List the sections of the form with how far each has come, and checking as the last."""
    sections = [
        Task(section_label(section), _section_url(vacancy, section), section_state(vacancy, section))
        for section in Section
    ]
    ready = not list_missing_sections(vacancy)
    check_url = url_for("ministry.vacancy_check", vacancy_id=vacancy.id)
    return [*sections, Task(_("Check and submit"), check_url, "not_started" if ready else "cannot_start")]


def _section_url(vacancy: Vacancy, section: Section) -> str:
    return url_for(f"ministry.vacancy_{section}", vacancy_id=vacancy.id)


def list_changeable_answers(vacancy: Vacancy) -> list[AnswerSection]:
    """Put every answer into words, each with the address where it is changed."""
    return [
        AnswerSection(
            section.name,
            section.heading,
            [
                AnswerRow(
                    row.key,
                    row.value,
                    row.page,
                    url_for(f"ministry.vacancy_{row.page}", vacancy_id=vacancy.id),
                )
                for row in section.rows
            ],
        )
        for section in list_answers(vacancy)
    ]


def list_experience(vacancy: Vacancy) -> list[AnswerRow]:
    """Put licence and experience into words, with the address where they are changed."""
    sections = list_changeable_answers(vacancy)
    rows = next(section.rows for section in sections if section.name == Section.REQUIREMENTS)
    return [row for row in rows if row.page == "experience"]


def list_acts(vacancy: Vacancy) -> list[Act]:
    """List what the ministry may do with a vacancy in its state, the gentlest first."""
    possible = VACANCY_TRANSITIONS[vacancy.status]
    acts = []
    if VacancyStatus.PAUSED in possible:
        acts.append(_act(vacancy, _("Pause this vacancy"), "pause"))
    if vacancy.status == VacancyStatus.PAUSED:
        acts.append(_act(vacancy, _("Resume this vacancy"), "resume"))
    if VacancyStatus.CLOSED in possible:
        acts.append(_act(vacancy, _("Close this vacancy"), "close"))
    if VacancyStatus.CANCELLED in possible and not vacancy.filled:
        acts.append(_act(vacancy, _("Call this vacancy off"), "cancel"))
    return acts


def _act(vacancy: Vacancy, words: str, name: str) -> Act:
    return Act(words, url_for(f"ministry.vacancy_{name}", vacancy_id=vacancy.id))


def has_candidates(vacancy: Vacancy) -> bool:
    """Say whether people are, or were, ranked for the vacancy."""
    return vacancy.status in RANKED


def choosing_words(vacancy: Vacancy) -> str:
    """Say what choosing somebody from the list does, or why nobody can be chosen now."""
    return {
        VacancyStatus.PUBLISHED: _(
            "You see what people can do, not who they are. Choose somebody, and they are asked; "
            "their name appears when they say yes."
        ),
        VacancyStatus.FILLED: _("All posts are filled, so nobody can be chosen now."),
        VacancyStatus.PAUSED: _("The vacancy is paused, so nobody can be chosen until you resume it."),
    }.get(vacancy.status, _("The vacancy has ended, so nobody can be chosen for it."))
