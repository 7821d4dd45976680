"""Reading professionals."""

from sqlalchemy import select
from sqlalchemy.orm import Session, defaultload

from web.models.claims import Licence
from web.models.professional import Professional
from web.models.user import User


def find_own_professional(session: Session, *, visible_to: User) -> Professional | None:
    """Find the user's own profile. Each page then loads the sections it shows, one query for each."""
    return session.scalar(
        select(Professional)
        .where(Professional.user_id == visible_to.id)
        .options(defaultload(Professional.licences).selectinload(Licence.verifications))
    )
