"""The coordinator's day."""

from datetime import date, timedelta

from flask import render_template
from sqlalchemy.orm import Session

from web.db import current_session
from web.models.base import now
from web.models.placement import Placement
from web.models.user import User
from web.permissions import Permission
from web.presenters import queues
from web.presenters.names import alphabetically
from web.presenters.queues import QueueView
from web.queries.coordinator_queues import (
    Waiting,
    list_coming_placements,
    list_placements_to_approve,
    list_vacancies_to_review,
)
from web.queries.document_queues import DocumentQueue, count_documents_to_answer, list_documents_to_answer
from web.queries.licences import LicenceQueue, count_licences, list_waiting_licences
from web.queries.readiness import ReadinessQueue, count_attested_facilities, list_attested_facilities
from web.services.openings import Opening
from web.views.coordinator.blueprint import bp
from web.views.guards import requires, the_user
from web.views.shown import note_shown

SHOWN = 10
COMING = timedelta(days=14)
COMING_SHOWN = 20


@bp.get("/")
@requires(Permission.VACANCY_REVIEW)
def home() -> str:
    """Show what waits for the coordinator, and what starts or ends soon in their countries."""
    session, user, today = current_session()(), the_user(), now().date()
    last = today + COMING
    coming = list_coming_placements(session, visible_to=user, first=today, last=last, limit=COMING_SHOWN)
    note_shown(Opening.NAME, {case.professional for case in coming})
    waiting = [queue for queue in list_queues(session, user, today) if queue.length]
    return render_template(
        "coordinator/home.html",
        queues=waiting,
        tabs_of_queues=queues.present_tabs(waiting),
        coming_until=last,
        coming=queues.present_coming(coming, today, last),
        countries=sorted(user.countries, key=alphabetically),
    )


def list_queues(session: Session, user: User, today: date) -> list[QueueView]:
    """List all queues, those on which somebody's journey depends first."""
    vacancies = list_vacancies_to_review(session, visible_to=user, limit=SHOWN)
    return [
        queues.placements_to_approve(_agreed(session, user, proposed_by_self=False), today),
        queues.vacancies_to_review(vacancies, today),
        _facilities(session, user, today),
        _licences(session, user, today, LicenceQueue.TO_SIGN),
        _licences(session, user, today, LicenceQueue.TO_VERIFY),
        _documents(session, user, today),
        queues.placements_of_colleagues(_agreed(session, user, proposed_by_self=True), today),
    ]


def _agreed(session: Session, user: User, *, proposed_by_self: bool) -> Waiting[Placement]:
    found = list_placements_to_approve(
        session, visible_to=user, proposed_by_self=proposed_by_self, limit=SHOWN
    )
    note_shown(Opening.NAME, {case.professional for case, _since in found.rows})
    return found


def _facilities(session: Session, user: User, today: date) -> QueueView:
    page = list_attested_facilities(session, visible_to=user, size=SHOWN)
    length = count_attested_facilities(session, visible_to=user)[ReadinessQueue.WAITING]
    return queues.facilities_to_confirm(page.rows, length, today)


def _licences(session: Session, user: User, today: date, queue: LicenceQueue) -> QueueView:
    with_case = list_waiting_licences(session, visible_to=user, queue=queue, with_case=True, limit=SHOWN)
    others = list_waiting_licences(session, visible_to=user, queue=queue, with_case=False, limit=SHOWN)
    length = count_licences(session, visible_to=user)[queue]
    others = others[: SHOWN - len(with_case)]
    note_shown(Opening.NAME, {licence.professional for licence in [*with_case, *others]})
    show = queues.checks_to_sign if queue == LicenceQueue.TO_SIGN else queues.licences_to_verify
    return show(with_case, others, length, today)


def _documents(session: Session, user: User, today: date) -> QueueView:
    page = list_documents_to_answer(session, visible_to=user, size=SHOWN)
    note_shown(Opening.NAME, {document.professional for document in page.rows})
    length = count_documents_to_answer(session, visible_to=user)[DocumentQueue.WAITING]
    return queues.documents_to_answer(page.rows, length, today)
