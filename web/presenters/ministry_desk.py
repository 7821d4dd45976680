"""A ministry's home: what waits for an answer, each with its age and the one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from web.models.facility import Facility
from web.models.placement import Placement
from web.models.user import Role
from web.models.vacancy import Vacancy, VacancyStatus
from web.presenters.ages import age
from web.presenters.cases import who
from web.presenters.vacancies import status_tag
from web.presenters.wording import codes


@dataclass(frozen=True)
class WaitingItem:
    """One thing that waits for the ministry."""

    what: str
    detail: str
    waits: str
    act: str
    url: str


def cases_to_answer(placements: Iterable[Placement], today: date) -> list[WaitingItem]:
    """Show the candidates the ministry has still to accept or decline."""
    return [
        WaitingItem(
            what=_("A candidate for %(title)s", title=placement.vacancy.title),
            detail=codes.listing([who(placement, Role.MINISTRY), placement.vacancy.facility.name]),
            waits=age(placement.proposed_at, today),
            act=_("Answer"),
            url=url_for("ministry.placement", placement_id=placement.id),
        )
        for placement in placements
    ]


def vacancies_to_finish(vacancies: Iterable[Vacancy], today: date) -> list[WaitingItem]:
    """Show the vacancies that came back, and the drafts."""
    return [
        WaitingItem(
            what=vacancy.title,
            detail=codes.listing([status_tag(vacancy)[0], vacancy.facility.name, vacancy.reference]),
            waits=age(vacancy.events[-1].at if vacancy.events else vacancy.created_at, today),
            act=_("Change") if vacancy.status == VacancyStatus.RETURNED else _("Continue"),
            url=url_for("ministry.vacancy", vacancy_id=vacancy.id),
        )
        for vacancy in vacancies
    ]


def facilities_to_attest(facilities: Iterable[Facility]) -> list[WaitingItem]:
    """Show the facilities with vacancies whose readiness nobody has stated."""
    return [
        WaitingItem(
            what=facility.name,
            detail=_("Is it ready to receive people?"),
            waits="",
            act=_("State the readiness"),
            url=url_for("ministry.readiness", facility_id=facility.id),
        )
        for facility in facilities
    ]
