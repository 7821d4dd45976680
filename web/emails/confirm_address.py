"""The link that proves an e-mail address is one's own."""

from flask import url_for
from flask_babel import gettext as _
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy.orm import Session

from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter; the token is made now, so its time runs from the sending."""
    user = session.get_one(User, message.details["user_id"])
    link = url_for("account.confirm", token=generate_confirmation_token(user), _external=True)
    return write_letter("confirm_address", _("Confirm your e-mail address"), name=user.name, link=link)
