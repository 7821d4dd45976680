"""The link that proves an e-mail address is one's own.

It greets nobody by name: whoever signs up with a stranger's address could write anything in there.
"""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy.orm import Session

from web.accounts import CONFIRMATION_LIFETIME
from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter; the token is made now, so its time runs from the sending."""
    user = session.get_one(User, message.details["user_id"])
    link = url_for("account.confirm", token=generate_confirmation_token(user), _external=True)
    return write_letter(
        "confirm_address",
        _("Confirm your e-mail address"),
        link=link,
        days=CONFIRMATION_LIFETIME // timedelta(days=1),
    )
