"""A case has come to its end without a placement."""

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.case_letters import write_case_letter
from web.emails.letters import Letter
from web.models.outbox import OutboxMessage


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter for the side that gets it."""
    return write_case_letter(session, message, "placement_closed", _("A case is closed"))
