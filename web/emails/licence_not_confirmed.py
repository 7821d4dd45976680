"""A check did not confirm a licence. Which one, the page behind the link says."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.claims import Difference
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.presenters.differences import difference_words


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    user = session.get_one(User, message.details["user_id"])
    return write_letter(
        "licence_not_confirmed",
        _("Your licence could not be confirmed"),
        name=greeting_name(user),
        difference=difference_words(Difference(message.details["difference"])),
        link=url_for("professional.profile_claims", section="licences", _external=True),
    )
