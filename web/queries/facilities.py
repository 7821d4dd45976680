"""Reading facilities and how ready they are."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from web.models.facility import Facility, Readiness
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.keyset import TOP, PageOfRows, Place, read_page

IN_VIEW = (VacancyStatus.SUBMITTED, VacancyStatus.PUBLISHED)


def find_facility(session: Session, facility_id: int) -> Facility | None:
    """Find a facility with its readiness; ask permissions before showing it."""
    return session.scalar(
        select(Facility)
        .where(Facility.id == facility_id)
        .options(joinedload(Facility.readiness).joinedload(Readiness.attested_by))
    )


def list_facilities(session: Session, *, country: str, place: Place = TOP) -> PageOfRows[Facility]:
    """Read one page of the facilities of a country, by name."""
    query = select(Facility).where(Facility.country == country).options(joinedload(Facility.readiness))
    return read_page(session, query, order=Facility.name, key=Facility.id, place=place)


def list_facilities_not_attested(session: Session, *, visible_to: User, limit: int) -> Sequence[Facility]:
    """List the facilities of the ministry's current vacancies whose readiness nobody has attested."""
    return session.scalars(
        select(Facility)
        .join(Vacancy, Vacancy.facility_id == Facility.id)
        .outerjoin(Facility.readiness)
        .where(
            Vacancy.ministry_id == visible_to.ministry_id,
            Vacancy.status.in_(IN_VIEW),
            Readiness.id.is_(None),
        )
        .distinct()
        .order_by(Facility.id)
        .limit(limit)
    ).all()


def get_facility(session: Session, facility_id: int) -> Facility:
    """Get a facility that is known to exist."""
    return session.get_one(Facility, facility_id)
