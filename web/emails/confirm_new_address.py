"""The link that proves a new e-mail address is one's own. It greets nobody: a stranger may read it."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.accounts import LINK_LIFETIME, make_address_token
from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter; the token is made now, so its ten minutes run from the sending."""
    user = session.get_one(User, message.details["user_id"])
    return write_letter(
        "confirm_new_address",
        _("Confirm your new e-mail address"),
        link=url_for("account.email_confirm", token=make_address_token(user), _external=True),
        minutes=LINK_LIFETIME // timedelta(minutes=1),
    )
