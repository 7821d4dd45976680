"""What all letters about a vacancy share: the post, the comment if there is one, and the link to its page."""

from flask import url_for
from sqlalchemy.orm import Session

from web.emails.letters import Letter, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.models.vacancy import Vacancy


def write_vacancy_letter(session: Session, message: OutboxMessage, template: str, subject: str) -> Letter:
    """Write a letter about a vacancy to a coordinator or to somebody of its ministry."""
    vacancy = session.get_one(Vacancy, message.details["vacancy_id"])
    reader = session.get_one(User, message.details["user_id"])
    return write_letter(
        template,
        subject,
        name=reader.name,
        vacancy=vacancy,
        comment=message.details.get("comment", ""),
        link=url_for(f"{reader.role}.vacancy", vacancy_id=vacancy.id, _external=True),
    )
