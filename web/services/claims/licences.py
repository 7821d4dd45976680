"""Registrations with a regulator."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.claims import Licence, LicenceStatus
from web.models.user import User
from web.services.claims.saving import ClaimHeldError, add_claim, change_claim
from web.services.profile_sections import Section
from web.services.profiles import open_profile


@dataclass(frozen=True)
class LicenceFacts:
    """What the register says, as the person states it."""

    country: str
    regulator: str
    number: str
    status: LicenceStatus
    valid_from: date | None
    valid_until: date | None


def add_licence(session: Session, *, user: User, facts: LicenceFacts) -> None:
    """Add a licence; a coordinator verifies it later."""
    _check_new(session, user, facts)
    add_claim(session, user=user, section=Section.LICENCES, claim=Licence(**asdict(facts)))


def change_licence(
    session: Session, *, user: User, licence: Licence, expected_version: int, facts: LicenceFacts
) -> None:
    """Change a licence; what was verified before was another text, so it must be verified anew."""
    _check_new(session, user, facts, leaving_out=licence.id)
    values = asdict(facts)
    if any(getattr(licence, name) != value for name, value in values.items()):
        values["changed_at"] = now()
    change_claim(
        session,
        user=user,
        section=Section.LICENCES,
        claim=licence,
        expected_version=expected_version,
        **values,
    )


def _check_new(session: Session, user: User, facts: LicenceFacts, *, leaving_out: int | None = None) -> None:
    for held in open_profile(session, user=user).licences:
        if held.id != leaving_out and _register_entry(held) == _register_entry(facts):
            raise ClaimHeldError("number" if facts.number else "regulator")


def _register_entry(licence: Licence | LicenceFacts) -> tuple[str, str, str]:
    return licence.country, licence.regulator.casefold(), licence.number.casefold()
