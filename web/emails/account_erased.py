"""The last letter to somebody who was erased."""

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage


def compose(_session: Session, _message: OutboxMessage) -> Letter:
    """Write the letter; there is nobody left to greet by name."""
    return write_letter("account_erased", _("Your data is erased"), name="")
