"""Reading who works where: the coordinators of a country, the users of a ministry."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.ministry import Ministry
from web.models.user import CoordinatorCountry, Role, User


def list_coordinators(session: Session, *, country: str) -> Sequence[User]:
    """List the coordinators who work for a country now."""
    return session.scalars(
        select(User)
        .join(User.coordinator_countries)
        .where(CoordinatorCountry.country == country, User.role == Role.COORDINATOR, User.active)
        .order_by(User.id)
    ).all()


def list_ministry_users(session: Session, ministry: Ministry) -> Sequence[User]:
    """List the users of a ministry who can sign in now."""
    return session.scalars(
        select(User).where(User.ministry_id == ministry.id, User.active).order_by(User.id)
    ).all()
