"""Both sides have said yes: coordinators settle what is open, and one who did not propose it approves."""

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.case_letters import write_case_letter
from web.emails.letters import Letter
from web.models.outbox import OutboxMessage


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter for the side that gets it."""
    return write_case_letter(
        session, message, "placement_agreed", _("Both sides have said yes to a placement")
    )
