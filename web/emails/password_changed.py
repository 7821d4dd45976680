"""A notice that a password was set, the first one or another."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    user = session.get_one(User, message.details["user_id"])
    return write_letter(
        "password_changed",
        _("A password was set for your account"),
        name=greeting_name(user),
        reset_link=url_for("account.reset", _external=True),
    )
