"""What a professional has allowed, and to whom."""

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.placement import Placement
from web.models.professional import Consent, ConsentPurpose, Professional
from web.models.vacancy import Vacancy

DISCLOSURE_WORDING = "The ministry of this vacancy may see who I am and how to reach me."


def has_matching_consent(professional: Professional) -> bool:
    """Say whether the profile may be compared with vacancies."""
    return any(
        consent.purpose == ConsentPurpose.MATCHING and consent.withdrawn_at is None
        for consent in professional.consents
    )


def has_disclosure_consent(professional: Professional, vacancy: Vacancy) -> bool:
    """Say whether the ministry of this vacancy may know who the person is."""
    return any(
        consent.purpose == ConsentPurpose.DISCLOSURE
        and consent.vacancy_id == vacancy.id
        and consent.withdrawn_at is None
        for consent in professional.consents
    )


def give_disclosure_consent(session: Session, *, placement: Placement) -> None:
    """Note the consent that comes with the professional's yes: for this ministry and this vacancy only."""
    placement.professional.consents.append(
        Consent(
            purpose=ConsentPurpose.DISCLOSURE,
            ministry_id=placement.vacancy.ministry_id,
            vacancy_id=placement.vacancy_id,
            wording=DISCLOSURE_WORDING,
        )
    )
    session.flush()


def end_disclosure_consent(session: Session, *, placement: Placement) -> None:
    """End what the yes allowed: who says no or steps back is a stranger to this ministry again."""
    for consent in placement.professional.consents:
        is_of_case = consent.vacancy_id == placement.vacancy_id
        if consent.purpose == ConsentPurpose.DISCLOSURE and is_of_case and consent.withdrawn_at is None:
            consent.withdrawn_at = now()
    session.flush()
