"""Open vacancies in the order in which they fit one professional."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.vacancy import Vacancy
from web.presenters.fix_places import fix_link
from web.presenters.matches import MatchView, present_match
from web.presenters.open_vacancies import OpenVacancy, summarise
from web.services.matching import Match, State, Verdict

Compared = Sequence[tuple[Vacancy, Match]]


class Group(StrEnum):
    """How vacancies are told apart on the page."""

    FIT = "fit"
    TO_CONFIRM = "to_confirm"
    ONE_STEP = "one_step"
    NOT_NOW = "not_now"


@dataclass(frozen=True)
class VacancyFit:
    """One vacancy with one person's fit; `case_url` if there is an open case already."""

    vacancy: OpenVacancy
    match: MatchView
    url: str
    case_url: str


@dataclass(frozen=True)
class Opening:
    """One answer that would bring vacancies nearer."""

    words: str
    link: str
    url: str
    vacancies: int


def group_of(match: Match) -> Group:
    """Say in which group a vacancy stands."""
    if match.verdict == Verdict.ELIGIBLE:
        return Group.FIT
    if match.verdict == Verdict.TO_CONFIRM:
        return Group.TO_CONFIRM
    return Group.ONE_STEP if match.is_near_miss else Group.NOT_NOW


def count_groups(compared: Compared) -> dict[Group, int]:
    """Count the vacancies of each group."""
    counts = Counter(group_of(match) for _vacancy, match in compared)
    return {group: counts[group] for group in Group}


def group_label(group: Group) -> str:
    """Name a group."""
    return {
        Group.FIT: _("fit you"),
        Group.TO_CONFIRM: _("may fit"),
        Group.ONE_STEP: _("one step away"),
        Group.NOT_NOW: _("do not fit"),
    }[group]


def group_words(group: Group) -> str:
    """Say what a group is."""
    return {
        Group.FIT: _("You meet every condition of these posts."),
        Group.TO_CONFIRM: _("Something that these posts ask for is not in your profile yet."),
        Group.ONE_STEP: _("One condition is not met, and something can be done about it."),
        Group.NOT_NOW: _("These posts ask for things that your profile does not have."),
    }[group]


def fit_words(group: Group) -> str:
    """Say how one vacancy stands to the person."""
    return {
        Group.FIT: _("You meet every condition of this post."),
        Group.TO_CONFIRM: _("Something that this post asks for is not in your profile yet."),
        Group.ONE_STEP: _("One condition is not met, and something can be done about it."),
        Group.NOT_NOW: _("This post asks for things that your profile does not have."),
    }[group]


def present_fits(compared: Iterable[tuple[Vacancy, Match]], cases: Mapping[int, int]) -> list[VacancyFit]:
    """Put vacancies and fits into words; `cases` gives the open case of a vacancy."""
    return [
        VacancyFit(
            vacancy=summarise(vacancy),
            match=present_match(match.to_json(), name=vacancy.title, own=True),
            url=url_for("professional.vacancy", vacancy_id=vacancy.id),
            case_url=url_for("professional.placement", placement_id=cases[vacancy.id])
            if vacancy.id in cases
            else "",
        )
        for vacancy, match in compared
    ]


def find_opening(compared: Compared) -> Opening | None:
    """Find the one answer that would settle the most vacancies that wait for nothing else."""
    single = Counter(fix for _vacancy, match in compared if (fix := _single_open_question(match)))
    if not single:
        return None
    fix, number = min(single.items(), key=lambda item: (-item[1], item[0]))
    words, link, url = fix_link(fix)
    return Opening(words, link, url, number) if url else None


def _single_open_question(match: Match) -> str:
    if match.verdict != Verdict.TO_CONFIRM:
        return ""
    unknown = [gate for gate in match.gates if gate.state == State.UNKNOWN]
    return unknown[0].fix.value if len(unknown) == 1 and unknown[0].fix else ""


def standing_words(counts: Mapping[Group, int]) -> str:
    """Say how many vacancies fit, in one sentence."""
    fit, may, near = counts[Group.FIT], counts[Group.TO_CONFIRM], counts[Group.ONE_STEP]
    if fit:
        return ngettext("%(num)d vacancy fits you.", "%(num)d vacancies fit you.", fit)
    if may:
        return ngettext("%(num)d vacancy may fit you.", "%(num)d vacancies may fit you.", may)
    if near:
        return ngettext("%(num)d vacancy is one step away.", "%(num)d vacancies are one step away.", near)
    return _("No open vacancy fits you at the moment. We write to you when somebody proposes one.")


def opening_words(opening: Opening) -> str:
    """Say how many vacancies wait for one answer."""
    return ngettext(
        "%(num)d more waits only for one answer from you.",
        "%(num)d more wait only for one answer from you.",
        opening.vacancies,
    )
