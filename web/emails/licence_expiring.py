"""A licence, or the check of one, is about to end. Which one, the page behind the link says."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.presenters.names import long_date


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    user = session.get_one(User, message.details["user_id"])
    day = long_date(date.fromisoformat(message.details["ends_on"]))
    is_check = message.details["is_check"]
    return write_letter(
        "licence_expiring",
        _("The check of your licence is about to end") if is_check else _("Your licence is about to end"),
        name=greeting_name(user),
        day=day,
        is_check=is_check,
        link=url_for("professional.profile_claims", section="licences", _external=True),
    )
