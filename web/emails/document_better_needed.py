"""A coordinator cannot use a document. Which one, the page behind the link says."""

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.document import DocumentFault
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.presenters.document_answers import fault_words


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    user = session.get_one(User, message.details["user_id"])
    return write_letter(
        "document_better_needed",
        _("Please send a better document"),
        name=greeting_name(user),
        fault=fault_words(DocumentFault(message.details["fault"])),
        link=url_for("professional.profile_documents", _external=True),
    )
