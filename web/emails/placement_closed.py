"""A case has come to its end: without a placement, or with a post that is free again."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.case_letters import write_case_letter
from web.emails.letters import Letter
from web.models.outbox import OutboxMessage
from web.models.placement import HOLDS_POST, Placement
from web.models.user import Role, User
from web.models.vacancy import VacancyStatus

_CANDIDATES = {Role.MINISTRY: "ministry.candidates", Role.COORDINATOR: "coordinator.ranking"}


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter for the side that gets it; a post that is free again asks for somebody else."""
    candidates_link = _candidates_link(session, message)
    subject = _("A post is free again") if candidates_link else _("A case is closed")
    return write_case_letter(session, message, "placement_closed", subject, candidates_link=candidates_link)


def _candidates_link(session: Session, message: OutboxMessage) -> str:
    placement = session.get_one(Placement, message.details["placement_id"])
    reader = session.get_one(User, message.details["user_id"])
    if reader.role not in _CANDIDATES or not _is_post_free_again(placement):
        return ""
    return url_for(_CANDIDATES[reader.role], vacancy_id=placement.vacancy_id, _external=True)


def _is_post_free_again(placement: Placement) -> bool:
    vacancy = placement.vacancy
    held_post = any(event.from_status in HOLDS_POST for event in placement.events)
    return held_post and not placement.holds_post and vacancy.status == VacancyStatus.PUBLISHED
