"""The professional has taken back that the ministry may know who they are."""

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.case_letters import write_case_letter
from web.emails.letters import Letter
from web.models.outbox import OutboxMessage


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter for the office that gets it."""
    return write_case_letter(session, message, "consent_taken_back", _("A consent was taken back"))
