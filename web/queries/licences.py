"""Reading licences as coordinators verify them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from web.models.base import now
from web.models.claims import Licence, Verification, VerificationResult
from web.models.placement import OPEN, Placement
from web.models.professional import Professional, ProfessionalStatus
from web.models.user import Role, User
from web.models.vacancy import Vacancy
from web.queries.keyset import TOP, PageOfRows, Place, read_page

SOON = timedelta(days=90)


class LicenceQueue(StrEnum):
    """Which licences to list. Those expiring are among the verified ones too.

    A check with the regulator waits for a second signature: the reader's, or if it is theirs, a colleague's.
    """

    TO_VERIFY = "to_verify"
    TO_SIGN = "to_sign"
    WITH_COLLEAGUE = "with_colleague"
    VERIFIED = "verified"
    EXPIRING = "expiring"
    NOT_CONFIRMED = "not_confirmed"


@dataclass(frozen=True)
class LicenceFilter:
    """What to look for among all licences; empty means anything."""

    country: str = ""
    reference: str = ""
    with_case: bool = False


EVERYTHING = LicenceFilter()

# The check that counts today: the last complete one, made after the licence was last changed, not ended.
_check = aliased(Verification)
# The check that waits for a second signature: the last of all, if nobody has looked at it yet.
_waiting = aliased(Verification)
_earlier_end: ColumnElement[date] = case(
    (or_(_check.expires_on.is_(None), Licence.valid_until < _check.expires_on), Licence.valid_until),
    else_=_check.expires_on,
)


def find_licence(session: Session, licence_id: int) -> Licence | None:
    """Find a licence with whose it is and its checks; ask permissions before showing it."""
    return session.scalar(
        select(Licence)
        .where(Licence.id == licence_id)
        .options(
            joinedload(Licence.professional).joinedload(Professional.identity),
            joinedload(Licence.professional).selectinload(Professional.occupations),
            selectinload(Licence.verifications).options(
                joinedload(Verification.checked_by),
                joinedload(Verification.countersigned_by),
                joinedload(Verification.disagreed_by),
            ),
        )
    )


def list_licences(
    session: Session,
    *,
    visible_to: User,
    queue: LicenceQueue = LicenceQueue.TO_VERIFY,
    wanted: LicenceFilter = EVERYTHING,
    place: Place = TOP,
) -> PageOfRows[Licence]:
    """Read one page of a queue of licences: what ends first, elsewhere what was changed longest ago."""
    query = (
        _visible(visible_to, wanted)
        .where(_in_queue(queue, visible_to))
        .options(
            joinedload(Licence.professional).joinedload(Professional.identity),
            selectinload(Licence.verifications),
        )
    )
    order = _earlier_end if queue == LicenceQueue.EXPIRING else Licence.changed_at
    return read_page(session, query, order=order, key=Licence.id, place=place)


def count_licences(
    session: Session, *, visible_to: User, wanted: LicenceFilter = EVERYTHING
) -> dict[LicenceQueue, int]:
    """Count the licences of every queue."""
    counts = [func.count().filter(_in_queue(queue, visible_to)) for queue in LicenceQueue]
    row = session.execute(_visible(visible_to, wanted).with_only_columns(*counts)).one()
    return dict(zip(LicenceQueue, row, strict=True))


def list_waiting_licences(
    session: Session, *, visible_to: User, queue: LicenceQueue, with_case: bool, limit: int
) -> list[Licence]:
    """List the licences that wait longest: of people with an open case in the user's countries, or others."""
    has_case = has_open_case(visible_to)
    query = (
        _visible(visible_to, EVERYTHING)
        .where(_in_queue(queue, visible_to), has_case if with_case else ~has_case)
        .options(joinedload(Licence.professional).joinedload(Professional.identity))
    )
    return list(session.scalars(query.order_by(Licence.changed_at, Licence.id).limit(limit)))


def list_people_with_case(
    session: Session, *, visible_to: User, professional_ids: Collection[int]
) -> set[int]:
    """List who of these people has an open case in the user's countries."""
    query = select(Professional.id).where(Professional.id.in_(professional_ids), has_open_case(visible_to))
    return set(session.scalars(query))


def has_open_case(user: User) -> ColumnElement[bool]:
    """Select professionals with an open case in the user's countries."""
    people = (
        select(Placement.professional_id)
        .join(Placement.vacancy)
        .where(Placement.status.in_(OPEN), Vacancy.country.in_(user.countries))
    )
    return Professional.id.in_(people)


def _visible(user: User, wanted: LicenceFilter) -> Select[Licence]:
    complete = and_(Verification.licence_id == Licence.id, Verification.is_complete)
    latest = select(func.max(Verification.id)).where(complete).scalar_subquery()
    counts = and_(
        _check.id == latest,
        _check.checked_at >= Licence.changed_at,
        or_(_check.expires_on.is_(None), _check.expires_on >= _today()),
    )
    last = select(func.max(Verification.id)).where(Verification.licence_id == Licence.id).scalar_subquery()
    waits = and_(_waiting.id == last, _waiting.is_waiting, _waiting.checked_at >= Licence.changed_at)
    query = select(Licence).join(Licence.professional).outerjoin(_check, counts).outerjoin(_waiting, waits)
    if user.role != Role.COORDINATOR:
        return query.where(Licence.id.is_(None))
    query = query.where(Professional.status != ProfessionalStatus.DRAFT)
    if wanted.country:
        query = query.where(Licence.country == wanted.country)
    if wanted.reference:
        query = query.where(Professional.reference.contains(wanted.reference.upper(), autoescape=True))
    return query.where(has_open_case(user)) if wanted.with_case else query


def _in_queue(queue: LicenceQueue, user: User) -> ColumnElement[bool]:
    if queue == LicenceQueue.TO_VERIFY:
        return and_(_check.id.is_(None), _waiting.id.is_(None))
    if queue == LicenceQueue.TO_SIGN:
        return _waiting.checked_by_id != user.id
    if queue == LicenceQueue.WITH_COLLEAGUE:
        return _waiting.checked_by_id == user.id
    if queue == LicenceQueue.NOT_CONFIRMED:
        return _check.result == VerificationResult.NOT_CONFIRMED
    confirmed = _check.result == VerificationResult.CONFIRMED
    if queue == LicenceQueue.VERIFIED:
        return confirmed
    soon = _today() + SOON
    return and_(confirmed, or_(_check.expires_on <= soon, Licence.valid_until <= soon))


def _today() -> date:
    return now().date()
