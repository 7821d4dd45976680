"""Reading ministries."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models.ministry import Ministry
from web.models.user import CoordinatorCountry, Role, User
from web.models.vacancy import Vacancy


@dataclass(frozen=True)
class MinistryRow:
    """A ministry, and how much belongs to it."""

    ministry: Ministry
    users: int
    vacancies: int


def find_ministry(session: Session, ministry_id: int) -> Ministry | None:
    """Find a ministry by its number."""
    return session.get(Ministry, ministry_id)


def list_ministries(session: Session) -> Sequence[Ministry]:
    """List all ministries by name: one or a few for each country."""
    return session.scalars(select(Ministry).order_by(Ministry.name, Ministry.id)).all()


def list_ministry_rows(session: Session) -> list[MinistryRow]:
    """List all ministries by country and name, with the number of users who can sign in and of vacancies."""
    users = select(func.count(User.id)).where(User.ministry_id == Ministry.id, User.active).scalar_subquery()
    vacancies = select(func.count(Vacancy.id)).where(Vacancy.ministry_id == Ministry.id).scalar_subquery()
    query = select(Ministry, users, vacancies).order_by(Ministry.country, Ministry.name, Ministry.id)
    return [MinistryRow(*row) for row in session.execute(query)]


def has_vacancies(session: Session, ministry: Ministry) -> bool:
    """Say whether a ministry has ever written a vacancy."""
    return session.scalar(select(Vacancy.id).where(Vacancy.ministry_id == ministry.id).limit(1)) is not None


def list_ministries_without_users(session: Session) -> Sequence[Ministry]:
    """List the ministries nobody can sign in for, or has been invited to."""
    staffed = select(User.id).where(User.ministry_id == Ministry.id, User.active).exists()
    return session.scalars(select(Ministry).where(~staffed).order_by(Ministry.name, Ministry.id)).all()


def list_countries_short_of_coordinators(session: Session, *, needed: int) -> list[tuple[str, int]]:
    """List the countries with a ministry and fewer coordinators than needed, with how many there are."""
    coordinators = (
        select(func.count(User.id))
        .join(CoordinatorCountry, CoordinatorCountry.user_id == User.id)
        .where(CoordinatorCountry.country == Ministry.country, User.role == Role.COORDINATOR, User.active)
        .scalar_subquery()
    )
    query = select(Ministry.country, coordinators).where(coordinators < needed).distinct()
    return [(country, number) for country, number in session.execute(query.order_by(Ministry.country))]
