"""Diplomas."""

from sqlalchemy.orm import Session

from web.models.claims import Qualification
from web.models.user import User
from web.services.claims.saving import add_claim, change_claim
from web.services.profile_sections import Section


def add_qualification(
    session: Session, *, user: User, title: str, institution: str, country: str | None, year: int | None
) -> None:
    """Add a diploma."""
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
