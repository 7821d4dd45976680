"""Who did what to which object, when and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, object_session

from web.models.base import Base, Identified, Identifier, UTCDateTime, now
from web.models.sealed import PersonalRow, SealedText, sealed_if_any
from web.models.user import User


class AuditEntry(Identified, PersonalRow, Base):
    """One act; rows are only ever added. `details` holds ids and codes, never personal data.

    `reason_in_plain` is written no more: it holds reasons from before there were keys, which seals cover.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_kind_object_id", "kind", "object_id"),)

    at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    action: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[int] = mapped_column(Identifier)
    reason_in_plain: Mapped[str] = mapped_column("reason", default="")
    reason_sealed: Mapped[bytes | None] = sealed_if_any()
    request_id: Mapped[str] = mapped_column(String(40), default="")
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    reason = SealedText()

    @property
    def person(self) -> User:
        """The account that it was done to, otherwise the one that did it."""
        session = object_session(self)
        assert session is not None
        return session.get_one(User, self.object_id if self.kind == User.__tablename__ else self.actor_id)


class AuditSeal(Base):
    """What makes a changed, added or missing act visible: a code over the act and the seal before it.

    Seals are numbered without a gap in the order in which acts were committed; ids of acts may have gaps.
    """

    __tablename__ = "audit_seal"

    number: Mapped[int] = mapped_column(Identifier, primary_key=True, autoincrement=False)
    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), unique=True)
    seal: Mapped[str] = mapped_column(String(64))
