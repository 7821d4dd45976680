"""Reading facilities and how ready they are."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from web.models.facility import Facility, Readiness
from web.queries.keyset import TOP, PageOfRows, Place, read_page


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


def get_facility(session: Session, facility_id: int) -> Facility:
    """Get a facility that is known to exist."""
    return session.get_one(Facility, facility_id)
