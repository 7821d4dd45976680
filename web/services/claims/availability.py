"""The periods in which somebody could serve."""

from datetime import date

from sqlalchemy.orm import Session

from web.models.claims import Availability
from web.models.user import User
from web.services.claims.saving import add_claim, change_claim
from web.services.errors import InvalidError
from web.services.profile_sections import Section
from web.services.profiles import open_profile


class PeriodOverlapError(InvalidError):
    """Two periods of the same person share days."""


def add_availability(session: Session, *, user: User, starts_on: date, ends_on: date | None) -> None:
    """Add a period; without an end it stays open."""
    _check_free(session, user, starts_on, ends_on)
    period = Availability(starts_on=starts_on, ends_on=ends_on)
    add_claim(session, user=user, section=Section.AVAILABILITY, claim=period)


def change_availability(
    session: Session,
    *,
    user: User,
    period: Availability,
    expected_version: int,
    starts_on: date,
    ends_on: date | None,
) -> None:
    """Move a period."""
    _check_free(session, user, starts_on, ends_on, leaving_out=period.id)
    change_claim(
        session,
        user=user,
        section=Section.AVAILABILITY,
        claim=period,
        expected_version=expected_version,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _check_free(
    session: Session, user: User, starts_on: date, ends_on: date | None, *, leaving_out: int | None = None
) -> None:
    for held in open_profile(session, user=user).availability:
        begins_before_end = ends_on is None or held.starts_on <= ends_on
        ends_after_start = held.ends_on is None or held.ends_on >= starts_on
        if held.id != leaving_out and begins_before_end and ends_after_start:
            raise PeriodOverlapError("starts_on")
