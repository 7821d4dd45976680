"""What somebody can do."""

from sqlalchemy.orm import Session

from web.models.claims import HeldSkill
from web.models.user import User
from web.services.claims.saving import ClaimHeldError, add_claim, change_claim
from web.services.profile_sections import Section
from web.services.profiles import open_profile


def add_skill(session: Session, *, user: User, code: str | None, phrase: str, level: int) -> None:
    """Add a skill: with the code the person confirmed, or as typed."""
    for held in open_profile(session, user=user).skills:
        if (code and held.code == code) or held.phrase.casefold() == phrase.casefold():
            raise ClaimHeldError("choice")
    skill = HeldSkill(code=code, phrase=phrase, level=level)
    add_claim(session, user=user, section=Section.SKILLS, claim=skill)


def change_skill(
    session: Session, *, user: User, skill: HeldSkill, expected_version: int, level: int
) -> None:
    """Change the level of a skill."""
    change_claim(
        session,
        user=user,
        section=Section.SKILLS,
        claim=skill,
        expected_version=expected_version,
        level=level,
    )
