"""Taking back the yes to be known to a ministry, while the case goes on."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.placement import OPEN, Placement
from web.models.professional import Consent
from web.models.user import User
from web.services.audit import record_act
from web.services.placements.mail import tell_coordinators, tell_ministry


def withdraw_disclosure_consent(session: Session, *, user: User, consent: Consent) -> None:
    """End the consent at once; a second time changes nothing. An open case cannot be approved without it.

    The ministry, which knew who they are, and the coordinators of an open case are told.
    """
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
    for placement in _open_cases(session, consent):
        tell_ministry(session, placement=placement, message=Message.CONSENT_TAKEN_BACK)
        tell_coordinators(session, placement=placement, message=Message.CONSENT_TAKEN_BACK)


def _open_cases(session: Session, consent: Consent) -> Sequence[Placement]:
    query = select(Placement).where(
        Placement.professional_id == consent.professional_id,
        Placement.vacancy_id == consent.vacancy_id,
        Placement.status.in_(OPEN),
    )
    return session.scalars(query).all()
