"""A notice of a sign-in from a device that was not used for the account before."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.browser_session import BrowserSession
from web.models.outbox import OutboxMessage
from web.presenters.browser_sessions import device_name
from web.presenters.names import moment
from web.services.browser_sessions import KEPT_FOR


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    begun = session.get_one(BrowserSession, message.details["session_id"])
    return write_letter(
        "new_sign_in",
        _("New sign-in to your account"),
        name=greeting_name(begun.user),
        days=KEPT_FOR.days,
        device=device_name(begun),
        moment=moment(begun.created_at),
        reset_link=url_for("account.reset", _external=True),
    )
