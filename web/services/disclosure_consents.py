"""Taking back the yes to be known to a ministry, while the case goes on."""

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.professional import Consent
from web.models.user import User
from web.services.audit import record_act


def withdraw_disclosure_consent(session: Session, *, user: User, consent: Consent) -> None:
    """End the consent at once; a second time changes nothing. An open case cannot be approved without it."""
    session.refresh(consent, with_for_update=True)
    if consent.withdrawn_at is not None:
        return
    consent.withdrawn_at = now()
    session.flush()
    record_act(
        session,
        actor=user,
        action="consent.withdraw_disclosure",
        thing=consent,
        ministry=consent.ministry_id,
        vacancy=consent.vacancy_id,
    )
