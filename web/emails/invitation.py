"""An invitation to somebody at a ministry or in the programme."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy.orm import Session

from web.accounts import INVITATION_LIFETIME
from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter; the link works until a password is set, and not for ever."""
    user = session.get_one(User, message.details["user_id"])
    link = url_for("account.invitation", token=generate_confirmation_token(user), _external=True)
    return write_letter(
        "invitation",
        _("You are invited"),
        name=user.name,
        ministry=user.ministry.name if user.ministry else "",
        role=user.role,
        link=link,
        days=INVITATION_LIFETIME // timedelta(days=1),
    )
