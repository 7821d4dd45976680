"""Reminding people of licences, and of checks, that are about to end: 90, 30 and 7 days before, once each."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.claims import Licence, LicenceReminder, Verification
from web.models.outbox import Message
from web.models.professional import Professional, ProfessionalStatus
from web.models.user import User
from web.services.outbox import queue_message

DAYS = (7, 30, 90)
FARTHEST = timedelta(days=max(DAYS))


@dataclass(frozen=True)
class Ending:
    """What is about to end: the licence itself or its check, on which day, told how many days before."""

    licence_id: int
    is_check: bool
    ends_on: date
    days: int


def list_due_reminders(session: Session, *, today: date) -> list[Ending]:
    """List what people have to be told today. Reads only.

    Whoever enters a licence that ends in three weeks hears of it once, not of all that was missed.
    """
    due = [ending for licence in session.scalars(_ending_soon(today)) for ending in _endings(licence, today)]
    told = {
        (row.licence_id, row.ends_on, row.days)
        for row in session.scalars(
            select(LicenceReminder).where(LicenceReminder.licence_id.in_({each.licence_id for each in due}))
        )
    }
    return [each for each in due if (each.licence_id, each.ends_on, each.days) not in told]


def remind(session: Session, *, ending: Ending) -> None:
    """Queue the letter, and note that it was written: the database refuses a second one."""
    session.add(LicenceReminder(licence_id=ending.licence_id, ends_on=ending.ends_on, days=ending.days))
    session.flush()
    licence = session.get_one(Licence, ending.licence_id)
    queue_message(
        session,
        message=Message.LICENCE_EXPIRING,
        to=licence.professional.user,
        ends_on=ending.ends_on.isoformat(),
        is_check=ending.is_check,
    )


def _ending_soon(today: date) -> Select[Licence]:
    last = today + FARTHEST
    return (
        select(Licence)
        .join(Licence.professional)
        .join(User, User.id == Professional.user_id)
        .outerjoin(Licence.verifications)
        .where(
            Professional.status != ProfessionalStatus.DRAFT,
            User.active,
            or_(
                Licence.valid_until.between(today, last),
                Verification.expires_on.between(today, last),
            ),
        )
        .options(joinedload(Licence.professional), selectinload(Licence.verifications))
        .order_by(Licence.id)
        .distinct()
    )


def _endings(licence: Licence, today: date) -> list[Ending]:
    check = licence.latest_verification
    own, checked = licence.valid_until, check.expires_on if check else None
    # The check of a licence that ends no later needs no letter of its own.
    if own and checked and own <= checked:
        checked = None
    days = [(False, own), (True, checked)]
    return [
        Ending(licence.id, is_check, ends_on, step)
        for is_check, ends_on in days
        if ends_on and (step := _step((ends_on - today).days)) is not None
    ]


def _step(days_left: int) -> int | None:
    return next((step for step in DAYS if 0 <= days_left <= step), None)
