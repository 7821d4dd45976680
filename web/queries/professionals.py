"""Reading professionals."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from web.models.claims import Licence
from web.models.professional import Professional
from web.models.user import User


def find_own_professional(session: Session, *, visible_to: User) -> Professional | None:
    """Find the user's own profile with all that its pages show."""
    return session.scalar(
        select(Professional)
        .where(Professional.user_id == visible_to.id)
        .options(
            selectinload(Professional.occupations),
            selectinload(Professional.skills),
            selectinload(Professional.languages),
            selectinload(Professional.qualifications),
            selectinload(Professional.licences).selectinload(Licence.verifications),
            selectinload(Professional.availability),
            selectinload(Professional.consents),
            selectinload(Professional.identity),
        )
    )
