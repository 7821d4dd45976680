"""A coordinator's day: what waits, oldest first, each with its age and the one act; what starts or ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.claims import Licence
from web.models.document import Document
from web.models.facility import Facility
from web.models.placement import Placement
from web.models.user import Role
from web.models.vacancy import Vacancy
from web.presenters.ages import age
from web.presenters.cases import case_reference, who
from web.presenters.documents import category_words
from web.presenters.facilities import facility_place, present_readiness
from web.presenters.licences import person_name
from web.presenters.names import country_name, labelled, short_date
from web.presenters.vacancies import posts
from web.presenters.wording import codes
from web.queries.coordinator_queues import Waiting
from web.queries.licences import LicenceQueue


@dataclass(frozen=True)
class WaitingRow:
    """One thing that waits: what it is, where, for how long, and what to do about it."""

    title: str
    detail: str
    place: str
    waits: str
    act: str
    url: str
    mark: str = ""


@dataclass(frozen=True)
class QueueView:
    """The head of one queue, and the way to the rest of it."""

    key: str
    heading: str
    label: str
    length: int
    rows: Sequence[WaitingRow]
    all_words: str
    all_url: str


@dataclass(frozen=True)
class ComingRow:
    """A stay that starts or ends soon."""

    person: str
    reference: str
    post: str
    place: str
    event: str
    day: str
    distance: str
    url: str


def present_tabs(queues: Iterable[QueueView]) -> list[dict[str, str | int | bool]]:
    """Count every queue in one line; each count leads to its queue further down the page."""
    return [
        {"label": queue.label, "count": queue.length, "url": f"#{queue.key}", "current": False}
        for queue in queues
    ]


def placements_to_approve(waiting: Waiting[Placement], today: date) -> QueueView:
    """Show the agreed cases that the reader may approve."""
    return QueueView(
        key="approve",
        heading=_("Placements to approve"),
        label=ngettext("placement to approve", "placements to approve", waiting.length),
        length=waiting.length,
        rows=[_placement(case, since, _("Approve"), today) for case, since in waiting.rows],
        all_words=_("All cases"),
        all_url=url_for("coordinator.placements"),
    )


def placements_of_colleagues(waiting: Waiting[Placement], today: date) -> QueueView:
    """Show the agreed cases that the reader proposed: a colleague has to approve them."""
    return QueueView(
        key="colleague",
        heading=_("Your proposals, waiting for a colleague"),
        label=_("waiting for a colleague"),
        length=waiting.length,
        rows=[_placement(case, since, _("Open"), today) for case, since in waiting.rows],
        all_words=_("All cases"),
        all_url=url_for("coordinator.placements"),
    )


def vacancies_to_review(waiting: Waiting[Vacancy], today: date) -> QueueView:
    """Show the vacancies that ministries have handed in."""
    return QueueView(
        key="review",
        heading=_("Vacancies to review"),
        label=ngettext("vacancy to review", "vacancies to review", waiting.length),
        length=waiting.length,
        rows=[_vacancy(vacancy, since, today) for vacancy, since in waiting.rows],
        all_words=_("All vacancies to review"),
        all_url=url_for("coordinator.vacancies", status="submitted"),
    )


def facilities_to_confirm(facilities: Iterable[Facility], length: int, today: date) -> QueueView:
    """Show the facilities whose readiness waits for confirmation."""
    return QueueView(
        key="confirm",
        heading=_("Facilities to confirm"),
        label=ngettext("facility to confirm", "facilities to confirm", length),
        length=length,
        rows=[_facility(facility, today) for facility in facilities],
        all_words=_("All facilities to confirm"),
        all_url=url_for("coordinator.facilities"),
    )


def licences_to_verify(
    with_case: Iterable[Licence], others: Iterable[Licence], length: int, today: date
) -> QueueView:
    """Show the licences that nobody has verified: first of people with an open case."""
    return QueueView(
        key="verify",
        heading=_("Licences to verify"),
        label=ngettext("licence to verify", "licences to verify", length),
        length=length,
        rows=_licences(with_case, others, _("Verify"), today),
        all_words=_("All licences to verify"),
        all_url=url_for("coordinator.licences"),
    )


def checks_to_sign(
    with_case: Iterable[Licence], others: Iterable[Licence], length: int, today: date
) -> QueueView:
    """Show the licences whose regulator a colleague has asked: first of people with an open case."""
    return QueueView(
        key="sign",
        heading=_("Checks to sign"),
        label=ngettext("check to sign", "checks to sign", length),
        length=length,
        rows=_licences(with_case, others, _("Sign"), today),
        all_words=_("All checks to sign"),
        all_url=url_for("coordinator.licences", queue=LicenceQueue.TO_SIGN.value),
    )


def documents_to_answer(documents: Iterable[Document], length: int, today: date) -> QueueView:
    """Show the documents that wait for an answer."""
    return QueueView(
        key="answer",
        heading=_("Documents to answer"),
        label=ngettext("document to answer", "documents to answer", length),
        length=length,
        rows=[_document(document, today) for document in documents],
        all_words=_("All documents to answer"),
        all_url=url_for("coordinator.documents"),
    )


def _placement(placement: Placement, since: datetime, act: str, today: date) -> WaitingRow:
    return WaitingRow(
        title=who(placement, Role.COORDINATOR),
        detail=codes.listing([placement.vacancy.title, case_reference(placement)]),
        place=_place(placement.vacancy),
        waits=age(since, today),
        act=act,
        url=url_for("coordinator.placement", placement_id=placement.id),
    )


def _vacancy(vacancy: Vacancy, since: datetime, today: date) -> WaitingRow:
    return WaitingRow(
        title=vacancy.title,
        detail=codes.listing([vacancy.reference, posts(vacancy)]),
        place=_place(vacancy),
        waits=age(since, today),
        act=_("Review"),
        url=url_for("coordinator.vacancy", vacancy_id=vacancy.id),
    )


def _facility(facility: Facility, today: date) -> WaitingRow:
    readiness = facility.readiness
    assert readiness is not None, "only facilities with a readiness record wait"
    lights = present_readiness(readiness).lights
    return WaitingRow(
        title=facility.name,
        detail=codes.listing([labelled(light.label, light.word) for light in lights]),
        place=facility_place(facility),
        waits=age(readiness.attested_at, today),
        act=_("Confirm"),
        url=url_for("coordinator.facility", facility_id=facility.id),
    )


def _licences(
    with_case: Iterable[Licence], others: Iterable[Licence], act: str, today: date
) -> list[WaitingRow]:
    first = [_licence(licence, act, _("Open case"), today) for licence in with_case]
    return first + [_licence(licence, act, "", today) for licence in others]


def _licence(licence: Licence, act: str, mark: str, today: date) -> WaitingRow:
    return WaitingRow(
        title=person_name(licence.professional),
        detail=codes.listing([licence.professional.reference, licence.regulator]),
        place=country_name(licence.country),
        waits=age(licence.changed_at, today),
        act=act,
        url=url_for("coordinator.licence", licence_id=licence.id),
        mark=mark,
    )


def _document(document: Document, today: date) -> WaitingRow:
    return WaitingRow(
        title=person_name(document.professional),
        detail=codes.listing([document.professional.reference, category_words(document.category)]),
        place="",
        waits=age(document.uploaded_at, today),
        act=_("Answer"),
        url=url_for("coordinator.document", document_id=document.id),
    )


def _place(vacancy: Vacancy) -> str:
    return codes.listing([vacancy.facility.name, country_name(vacancy.country)])


def present_coming(placements: Iterable[Placement], first: date, last: date) -> list[ComingRow]:
    """List what starts and what ends between two days, soonest first; a short stay may do both."""
    events = [
        (day, event, placement)
        for placement in placements
        for day, event in ((placement.starts_on, _("Starts")), (placement.ends_on, _("Ends")))
        if day and first <= day <= last
    ]
    events.sort(key=lambda found: (found[0], found[2].id))
    return [_coming(placement, event, day, first) for day, event, placement in events]


def _coming(placement: Placement, event: str, day: date, today: date) -> ComingRow:
    days = (day - today).days
    return ComingRow(
        person=who(placement, Role.COORDINATOR),
        reference=case_reference(placement),
        post=placement.vacancy.title,
        place=_place(placement.vacancy),
        event=event,
        day=short_date(day),
        distance=ngettext("in %(num)d day", "in %(num)d days", days) if days else _("today"),
        url=url_for("coordinator.placement", placement_id=placement.id),
    )
