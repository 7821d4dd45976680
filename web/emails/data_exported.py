"""A notice that somebody took a copy of their data away."""

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
        "data_exported",
        _("A copy of your data was taken away"),
        name=greeting_name(user),
        password_link=url_for("account.password", _external=True),
    )
