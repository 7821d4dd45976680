"""A vacancy goes back to its ministry with a comment."""

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter
from web.emails.vacancy_letters import write_vacancy_letter
from web.models.outbox import OutboxMessage


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    return write_vacancy_letter(session, message, "vacancy_returned", _("Your vacancy needs a change"))
