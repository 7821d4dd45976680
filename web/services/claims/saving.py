"""What adding, changing and removing have in common, whatever is claimed."""

from typing import Any

from sqlalchemy.orm import Session

from web.models.claims import Claim
from web.models.professional import ProfessionalStatus
from web.models.user import User
from web.services.errors import ConflictError, InvalidError
from web.services.profile_sections import MAY_BE_NONE, REQUIRED, Section, claims_of
from web.services.profiles import check_version, open_profile, record_save

MOST_CLAIMS = 60


class ClaimHeldError(InvalidError):
    """The list has this entry already."""


class TooManyClaimsError(InvalidError):
    """No list of one person is longer than this."""


class LastClaimError(ConflictError):
    """A profile on the roster cannot lose the last entry of a list it needs."""


class NotEmptyError(ConflictError):
    """A list with entries cannot be stated empty."""


def add_claim(session: Session, *, user: User, section: Section, claim: Claim) -> None:
    """Put a new entry at the end of a list."""
    professional = open_profile(session, user=user)
    rows = claims_of(professional, section)
    if len(rows) >= MOST_CLAIMS:
        raise TooManyClaimsError
    setattr(professional, section.value, [*rows, claim])
    professional.stated_none = [name for name in professional.stated_none if name != section.value]
    session.flush()
    action = f"profile.add_to_{section}"
    record_save(session, user=user, professional=professional, action=action, claim=claim.id)


def change_claim(
    session: Session, *, user: User, section: Section, claim: Claim, expected_version: int, **values: Any
) -> None:
    """Change an entry, unless the profile was changed since the form was opened."""
    professional = open_profile(session, user=user)
    check_version(professional, expected_version)
    for name, value in values.items():
        setattr(claim, name, value)
    action = f"profile.change_{section}"
    record_save(session, user=user, professional=professional, action=action, claim=claim.id)


def remove_claim(session: Session, *, user: User, section: Section, claim: Claim) -> None:
    """Take an entry off a list."""
    professional = open_profile(session, user=user)
    rows = claims_of(professional, section)
    on_roster = professional.status != ProfessionalStatus.DRAFT
    if on_roster and section in REQUIRED and len(rows) == 1:
        raise LastClaimError
    setattr(professional, section.value, [row for row in rows if row.id != claim.id])
    action = f"profile.remove_from_{section}"
    record_save(session, user=user, professional=professional, action=action, claim=claim.id)


def state_none(session: Session, *, user: User, section: Section) -> None:
    """Note that there is nothing to list: that is an answer too."""
    professional = open_profile(session, user=user)
    if claims_of(professional, section) or section not in MAY_BE_NONE:
        raise NotEmptyError
    professional.stated_none = sorted({*professional.stated_none, section.value})
    record_save(session, user=user, professional=professional, action=f"profile.state_no_{section}")
