"""Legal holds: somebody's data is kept although its time is over, or although they asked for it to go."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.hold import LegalHold
from web.models.user import User
from web.services.audit import record_act
from web.services.errors import InvalidError


class HoldReasonMissingError(InvalidError):
    """Data is not kept longer without saying for whom and what for."""


def list_holds(session: Session, *, user: User) -> list[LegalHold]:
    """List the holds on somebody's data that were not lifted."""
    holds = select(LegalHold).where(LegalHold.user_id == user.id, LegalHold.lifted_at.is_(None))
    return list(session.scalars(holds.order_by(LegalHold.id)))


def list_all_holds(session: Session) -> list[LegalHold]:
    """List every hold that was not lifted, the oldest first."""
    return list(
        session.scalars(select(LegalHold).where(LegalHold.lifted_at.is_(None)).order_by(LegalHold.id))
    )


def place_hold(session: Session, *, actor: User | None, user: User, reason: str) -> LegalHold:
    """Keep somebody's data until the hold is lifted."""
    if not reason.strip():
        raise HoldReasonMissingError("reason")
    hold = LegalHold(user=user, reason=reason, placed_by=actor)
    session.add(hold)
    session.flush()
    record_act(session, actor=actor, action="user.hold", thing=user, hold=hold.id)
    return hold


def lift_holds(session: Session, *, actor: User | None, user: User) -> int:
    """End every hold on somebody's data, and say how many there were."""
    holds = list_holds(session, user=user)
    for hold in holds:
        hold.lifted_at = now()
    if holds:
        record_act(session, actor=actor, action="user.release", thing=user, holds=len(holds))
    return len(holds)
