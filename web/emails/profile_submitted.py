"""The receipt for a profile: its reference, and what happens next."""

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
        "profile_submitted",
        _("Your profile is sent"),
        name=greeting_name(user),
        reference=user.professional.reference if user.professional else "",
        link=url_for("professional.vacancies", _external=True),
        profile_link=url_for("professional.profile", _external=True),
    )
