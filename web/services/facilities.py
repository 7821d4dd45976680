"""Whether a facility can receive somebody: its ministry attests it, a coordinator confirms it."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.facility import Facility, Light, Readiness
from web.models.user import Role, User
from web.services.audit import record_act
from web.services.errors import ConflictError, InvalidError, StaleError

NOT_ATTESTED = 0


class NotConfirmerError(InvalidError):
    """Only a coordinator of the facility's country confirms what its ministry attests."""


class AlreadyConfirmedError(ConflictError):
    """The readiness was confirmed before and has not changed since."""


class NoteMissingError(InvalidError):
    """Whoever reports amber or red says in a few words what is missing."""


def attest_readiness(
    session: Session,
    *,
    facility: Facility,
    actor: User,
    expected_version: int,
    equipment: Light,
    people: Light,
    money: Light,
    note: str,
) -> Readiness:
    """State how ready a facility is; an earlier confirmation ends, because it was of something else.

    `expected_version` is NOT_ATTESTED where the form was opened before anybody had attested anything.
    """
    stored = facility.readiness
    if (stored.version if stored else NOT_ATTESTED) != expected_version:
        raise StaleError
    if {equipment, people, money} != {Light.GREEN} and not note:
        raise NoteMissingError("note")
    readiness = stored or Readiness(facility_id=facility.id)
    readiness.equipment, readiness.people, readiness.money = equipment, people, money
    readiness.note = note
    readiness.attested_by, readiness.attested_at = actor, now()
    readiness.confirmed_by_id = readiness.confirmed_at = None
    _save(session, readiness)
    session.expire(facility, ["readiness"])
    record_act(session, actor=actor, action="readiness.attest", thing=readiness, facility=facility.id)
    return readiness


def _save(session: Session, readiness: Readiness) -> None:
    try:
        with session.begin_nested():
            session.add(readiness)
    except IntegrityError as error:
        raise StaleError from error


def confirm_readiness(session: Session, *, readiness: Readiness, actor: User, expected_version: int) -> None:
    """Confirm what the ministry attested, as a coordinator of the country who has checked it."""
    if actor.role != Role.COORDINATOR or readiness.facility.country not in actor.countries:
        raise NotConfirmerError
    if readiness.version != expected_version:
        raise StaleError
    if readiness.confirmed_at is not None:
        raise AlreadyConfirmedError
    readiness.confirmed_by_id, readiness.confirmed_at = actor.id, now()
    session.flush()
    record_act(
        session, actor=actor, action="readiness.confirm", thing=readiness, facility=readiness.facility_id
    )
