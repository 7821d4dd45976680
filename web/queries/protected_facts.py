"""Reading one's own protected facts; nobody reads anybody else's."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.professional import Professional
from web.models.protected_facts import ProtectedFacts
from web.models.user import User


def find_own_protected_facts(session: Session, *, visible_to: User) -> ProtectedFacts | None:
    """Find what the user has answered; none if nobody has asked yet."""
    return session.scalar(
        select(ProtectedFacts)
        .join(Professional, Professional.id == ProtectedFacts.professional_id)
        .where(Professional.user_id == visible_to.id)
    )
