"""Diplomas."""

from sqlalchemy.orm import Session

from web.models.claims import Qualification
from web.models.user import User
from web.services.claims.saving import ClaimHeldError, add_claim, change_claim
from web.services.profile_sections import Section
from web.services.profiles import open_profile


def add_qualification(
    session: Session, *, user: User, title: str, institution: str, country: str | None, year: int | None
) -> None:
    """Add a diploma."""
    _check_new(session, user, title, country, year)
    qualification = Qualification(title=title, institution=institution, country=country, year=year)
    add_claim(session, user=user, section=Section.QUALIFICATIONS, claim=qualification)


def change_qualification(
    session: Session,
    *,
    user: User,
    qualification: Qualification,
    expected_version: int,
    title: str,
    institution: str,
    country: str | None,
    year: int | None,
) -> None:
    """Change a diploma."""
    _check_new(session, user, title, country, year, leaving_out=qualification.id)
    change_claim(
        session,
        user=user,
        section=Section.QUALIFICATIONS,
        claim=qualification,
        expected_version=expected_version,
        title=title,
        institution=institution,
        country=country,
        year=year,
    )


def _check_new(
    session: Session,
    user: User,
    title: str,
    country: str | None,
    year: int | None,
    *,
    leaving_out: int | None = None,
) -> None:
    for held in open_profile(session, user=user).qualifications:
        same_title = held.title.casefold() == title.casefold()
        if held.id != leaving_out and same_title and (held.country, held.year) == (country, year):
            raise ClaimHeldError("title")
