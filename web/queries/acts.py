"""Reading the audit: what was done to one object."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry
from web.models.base import Base
from web.models.user import User

MOST_ACTS = 20


def list_acts_on(
    session: Session, thing: Base, *, limit: int = MOST_ACTS
) -> Sequence[tuple[AuditEntry, str | None]]:
    """List what was done to an object, the latest first, with the name of who did it."""
    query = (
        select(AuditEntry, User)
        .outerjoin(User, User.id == AuditEntry.actor_id)
        .where(AuditEntry.kind == thing.__tablename__, AuditEntry.object_id == thing.id)  # type: ignore[attr-defined]
        .order_by(AuditEntry.id.desc())
        .limit(limit)
    )
    return [(entry, actor.name if actor else None) for entry, actor in session.execute(query)]


def has_done(session: Session, *, user: User, action: str, since: datetime) -> bool:
    """Say whether somebody has done a thing since a moment."""
    theirs = select(AuditEntry.id).where(AuditEntry.actor_id == user.id, AuditEntry.action == action)
    return session.scalar(theirs.where(AuditEntry.at >= since).limit(1)) is not None
