"""Reading how ready the facilities of a coordinator's countries are."""

from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, contains_eager

from web.models.facility import Facility, Readiness
from web.models.user import Role, User
from web.queries.keyset import PAGE_SIZE, TOP, PageOfRows, Place, read_page


class ReadinessQueue(StrEnum):
    """Which facilities to list, among those whose ministry has attested readiness."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"


def list_attested_facilities(
    session: Session,
    *,
    visible_to: User,
    queue: ReadinessQueue = ReadinessQueue.WAITING,
    country: str = "",
    place: Place = TOP,
    size: int = PAGE_SIZE,
) -> PageOfRows[Facility]:
    """Read one page of a queue: what was attested longest ago comes first."""
    confirmed_at = Readiness.confirmed_at
    waiting = queue == ReadinessQueue.WAITING
    query = (
        _visible(visible_to, country)
        .where(confirmed_at.is_(None) if waiting else confirmed_at.is_not(None))
        .options(contains_eager(Facility.readiness).joinedload(Readiness.attested_by))
    )
    return read_page(session, query, order=Readiness.attested_at, key=Facility.id, place=place, size=size)


def count_attested_facilities(
    session: Session, *, visible_to: User, country: str = ""
) -> dict[ReadinessQueue, int]:
    """Count the facilities of both queues."""
    columns = (func.count(), func.count(Readiness.confirmed_at))
    every, confirmed = session.execute(_visible(visible_to, country).with_only_columns(*columns)).one()
    return {ReadinessQueue.WAITING: every - confirmed, ReadinessQueue.CONFIRMED: confirmed}


def _visible(user: User, country: str) -> Select[Facility]:
    query = select(Facility).join(Facility.readiness)
    if user.role != Role.COORDINATOR:
        return query.where(Facility.id.is_(None))
    query = query.where(Facility.country.in_(user.countries))
    return query.where(Facility.country == country) if country else query
