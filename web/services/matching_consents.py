"""The professional's yes to being compared with vacancies, and taking it back."""

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.professional import Consent, ConsentPurpose, ProfessionalStatus
from web.models.user import User
from web.services.consents import has_matching_consent
from web.services.profiles import open_profile, record_save


def give_matching_consent(session: Session, *, user: User, wording: str) -> None:
    """Keep the consent with the words the person read; a second yes changes nothing."""
    professional = open_profile(session, user=user)
    if has_matching_consent(professional):
        return
    professional.consents.append(Consent(purpose=ConsentPurpose.MATCHING, wording=wording))
    record_save(session, user=user, professional=professional, action="consent.give_matching")


def withdraw_matching_consent(session: Session, *, user: User) -> None:
    """End the consent and take the profile out of every list at once."""
    professional = open_profile(session, user=user)
    for consent in professional.consents:
        if consent.purpose == ConsentPurpose.MATCHING and consent.withdrawn_at is None:
            consent.withdrawn_at = now()
    if professional.status == ProfessionalStatus.ACTIVE:
        professional.status = ProfessionalStatus.PAUSED
    record_save(session, user=user, professional=professional, action="consent.withdraw_matching")
