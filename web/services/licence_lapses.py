"""Licences and checks that end by themselves: nobody saves anything on that day, so somebody has to look."""

from datetime import date

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import Session, selectinload

from web.models.claims import Licence, Verification
from web.models.professional import Professional
from web.services.audit import record_act
from web.services.credential_levels import derive_credential_level
from web.services.profiles import touch_profile


def list_lapsed(session: Session, *, today: date) -> list[int]:
    """List the professionals whose stored level rests on something that has ended. Reads only."""
    return [
        professional.id
        for professional in session.scalars(_with_something_ended(today))
        if derive_credential_level(professional, today) != professional.credential_level
    ]


def count_lapse(session: Session, *, professional: Professional) -> None:
    """Derive the level anew. It counts as a change of the pool, so that every list of candidates follows."""
    touch_profile(session, professional)
    record_act(
        session,
        actor=None,
        action="licence.lapse",
        thing=professional,
        level=professional.credential_level,
    )


def _with_something_ended(today: date) -> Select[Professional]:
    check_ended = exists().where(Verification.licence_id == Licence.id, Verification.expires_on < today)
    ended = exists().where(
        Licence.professional_id == Professional.id, or_(Licence.valid_until < today, check_ended)
    )
    # Without a level there is nothing to lose.
    return (
        select(Professional)
        .where(Professional.credential_level.is_not(None), ended)
        .options(
            selectinload(Professional.licences).selectinload(Licence.verifications),
            selectinload(Professional.qualifications),
        )
    )
