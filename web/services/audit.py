"""Writing down who did what."""

from typing import Any

from sqlalchemy.orm import Session

from web.models.audit import AuditEntry
from web.models.base import Base
from web.models.user import User
from web.services.audit_seals import note_unsealed


def record_act(
    session: Session, *, actor: User | None, action: str, thing: Base, reason: str = "", **details: Any
) -> None:
    """Add one act to the audit. `thing` must be flushed; `details` are ids and codes, never personal data."""
    entry = AuditEntry(
        actor_id=actor.id if actor else None,
        action=action,
        kind=thing.__tablename__,
        object_id=thing.id,  # type: ignore[attr-defined]
        reason=reason,
        request_id=session.info.get("request_id", ""),
        details=details,
    )
    session.add(entry)
    session.flush()
    note_unsealed(session, entry)
