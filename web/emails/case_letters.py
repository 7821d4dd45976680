"""What all letters about a case share: the post, where the case stands, and the link to its page."""

from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.placement import Placement
from web.models.user import User
from web.presenters.cases import case_reference, sentence


def write_case_letter(
    session: Session, message: OutboxMessage, template: str, subject: str, **more: Any
) -> Letter:
    """Write a letter about a case to one side; it names nobody, the page behind the link does."""
    placement = session.get_one(Placement, message.details["placement_id"])
    reader = session.get_one(User, message.details["user_id"])
    return write_letter(
        template,
        subject,
        name=greeting_name(reader),
        role=reader.role,
        is_own_proposal=reader.id == placement.proposed_by_id,
        vacancy=placement.vacancy,
        facility=placement.vacancy.facility,
        reference=case_reference(placement),
        sentence=sentence(placement, reader.role),
        link=url_for(f"{reader.role}.placement", placement_id=placement.id, _external=True),
        **more,
    )
