"""The link to a new password."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy.orm import Session

from web.accounts import LINK_LIFETIME
from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter; the token is made now, so its ten minutes run from the sending."""
    user = session.get_one(User, message.details["user_id"])
    link = url_for("account.reset_with_token", token=generate_reset_password_token(user), _external=True)
    return write_letter(
        "reset_password",
        _("Choose a new password"),
        name=greeting_name(user),
        link=link,
        minutes=LINK_LIFETIME // timedelta(minutes=1),
    )
