"""Somebody signed up with an address that has an account: its owner hears of it, nobody else does."""

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
        "already_registered",
        _("You already have an account"),
        name=greeting_name(user),
        link=url_for("account.sign_in", _external=True),
        reset_link=url_for("account.reset", _external=True),
    )
