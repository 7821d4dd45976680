"""What a professional has allowed, and to whom."""

from datetime import timedelta

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.placement import OPEN, Placement, PlacementStatus
from web.models.professional import Consent, ConsentPurpose, Professional
from web.models.vacancy import Vacancy

# How long a ministry still knows somebody when their case is over.
AFTER_NO_STAY = timedelta(days=30)
# A year later it follows up on the stay.
AFTER_A_STAY = timedelta(days=400)
STAYED = frozenset({PlacementStatus.COMPLETED, PlacementStatus.ENDED_EARLY, PlacementStatus.CONVERTED})


def has_matching_consent(professional: Professional) -> bool:
    """Say whether the profile may be compared with vacancies."""
    today = now().date()
    return any(
        consent.purpose == ConsentPurpose.MATCHING and consent.is_in_force(today)
        for consent in professional.consents
    )


def has_disclosure_consent(professional: Professional, vacancy: Vacancy) -> bool:
    """Say whether the ministry of this vacancy may know who the person is."""
    return bool(_standing(professional, vacancy.id))


def give_disclosure_consent(session: Session, *, placement: Placement, wording: str) -> None:
    """Note the consent that comes with the professional's yes: for this ministry and this vacancy only."""
    placement.professional.consents.append(
        Consent(
            purpose=ConsentPurpose.DISCLOSURE,
            ministry_id=placement.vacancy.ministry_id,
            vacancy_id=placement.vacancy_id,
            wording=wording,
        )
    )
    session.flush()


def end_disclosure_consent(session: Session, *, placement: Placement) -> None:
    """End what the yes allowed: who says no or steps back is a stranger to this ministry again."""
    for consent in _standing(placement.professional, placement.vacancy_id):
        consent.withdrawn_at = now()
    session.flush()


def let_disclosure_end(session: Session, *, placement: Placement) -> None:
    """Give the consent of a case that is over its last day: nobody is known for longer than needed."""
    if placement.status in OPEN:
        return
    last = now().date() + (AFTER_A_STAY if placement.status in STAYED else AFTER_NO_STAY)
    for consent in _standing(placement.professional, placement.vacancy_id):
        consent.ends_on = last
    session.flush()


def _standing(professional: Professional, vacancy_id: int) -> list[Consent]:
    today = now().date()
    return [
        consent
        for consent in professional.consents
        if consent.purpose == ConsentPurpose.DISCLOSURE
        and consent.vacancy_id == vacancy_id
        and consent.is_in_force(today)
    ]
