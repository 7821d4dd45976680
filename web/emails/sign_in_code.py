"""The code for the second step of signing in, for those who have chosen to have it mailed."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.services.mailed_codes import LIFETIME, read_code


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter. The code is made now: it stands neither in the outbox nor in its subject."""
    user = session.get_one(User, message.details["user_id"])
    code = read_code(session, user=user)
    return write_letter(
        "sign_in_code",
        _("Your code for signing in"),
        name=greeting_name(user),
        code=f"{code[:4]} {code[4:]}" if code else None,
        minutes=LIFETIME // timedelta(minutes=1),
    )
