"""What somebody is."""

from sqlalchemy.orm import Session

from web.models.claims import HeldOccupation
from web.models.user import User
from web.services.claims.saving import ClaimHeldError, add_claim, change_claim
from web.services.errors import InvalidError
from web.services.profile_sections import Section
from web.services.profiles import open_profile
from web.services.vocabulary import implied_specialty, is_occupation, is_specialty


class UnknownCodeError(InvalidError):
    """The vocabulary has no such code."""


class MoreYearsThanInAllError(InvalidError):
    """Nobody has worked longer in one occupation than in health in all."""


def add_occupation(
    session: Session, *, user: User, code: str, title: str, years: int | None
) -> HeldOccupation:
    """Add an occupation; `title` is what the person typed. The first in the list is the main one."""
    _check_code(session, user, code)
    _check_years(session, user, years)
    occupation = HeldOccupation(code=code, title=title, years=years, specialty=implied_specialty(code))
    add_claim(session, user=user, section=Section.OCCUPATIONS, claim=occupation)
    return occupation


def change_occupation(
    session: Session,
    *,
    user: User,
    occupation: HeldOccupation,
    expected_version: int,
    code: str,
    title: str,
    years: int | None,
) -> None:
    """Change an occupation; another code makes the specialty an open question again."""
    _check_years(session, user, years)
    values = {"code": code, "title": title, "years": years}
    if code != occupation.code:
        _check_code(session, user, code)
        values["specialty"] = implied_specialty(code)
    change_claim(
        session,
        user=user,
        section=Section.OCCUPATIONS,
        claim=occupation,
        expected_version=expected_version,
        **values,
    )


def set_specialty(
    session: Session,
    *,
    user: User,
    occupation: HeldOccupation,
    expected_version: int,
    specialty: str | None,
) -> None:
    """Set or take away the specialty within an occupation."""
    if specialty is not None and not is_specialty(specialty):
        raise UnknownCodeError
    change_claim(
        session,
        user=user,
        section=Section.OCCUPATIONS,
        claim=occupation,
        expected_version=expected_version,
        specialty=specialty,
    )


def _check_code(session: Session, user: User, code: str) -> None:
    if not is_occupation(code):
        raise UnknownCodeError
    if any(held.code == code for held in open_profile(session, user=user).occupations):
        raise ClaimHeldError("choice")


def _check_years(session: Session, user: User, years: int | None) -> None:
    in_all = open_profile(session, user=user).years_experience
    if years is not None and in_all is not None and years > in_all:
        raise MoreYearsThanInAllError("years")
