"""The languages somebody works in."""

from sqlalchemy.orm import Session

from web.models.claims import Cefr, SpokenLanguage
from web.models.user import User
from web.services.claims.saving import ClaimHeldError, add_claim, change_claim
from web.services.profile_sections import Section
from web.services.profiles import open_profile


def add_language(session: Session, *, user: User, code: str, cefr: Cefr) -> None:
    """Add a language with its level."""
    _check_new(session, user, code)
    language = SpokenLanguage(code=code, cefr=cefr)
    add_claim(session, user=user, section=Section.LANGUAGES, claim=language)


def change_language(
    session: Session, *, user: User, language: SpokenLanguage, expected_version: int, code: str, cefr: Cefr
) -> None:
    """Change a language or its level."""
    if code != language.code:
        _check_new(session, user, code)
    change_claim(
        session,
        user=user,
        section=Section.LANGUAGES,
        claim=language,
        expected_version=expected_version,
        code=code,
        cefr=cefr,
    )


def _check_new(session: Session, user: User, code: str) -> None:
    if any(held.code == code for held in open_profile(session, user=user).languages):
        raise ClaimHeldError("code")
