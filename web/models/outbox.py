"""Mail that must leave, written in the same transaction as what it tells about."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, Identified, UTCDateTime, now, text_enum


class Message(StrEnum):
    """Every e-mail the service sends; each has a module and two templates in web/emails."""

    CONFIRM_ADDRESS = "confirm_address"
    ALREADY_REGISTERED = "already_registered"
    RESET_PASSWORD = "reset_password"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    NEW_SIGN_IN = "new_sign_in"
    INVITATION = "invitation"
    PROFILE_SUBMITTED = "profile_submitted"
    VACANCY_SUBMITTED = "vacancy_submitted"
    VACANCY_RETURNED = "vacancy_returned"
    VACANCY_PUBLISHED = "vacancy_published"
    PLACEMENT_PROPOSED = "placement_proposed"
    PLACEMENT_ANSWERED = "placement_answered"
    PLACEMENT_AGREED = "placement_agreed"
    PLACEMENT_APPROVED = "placement_approved"
    PLACEMENT_CLOSED = "placement_closed"
    LICENCE_EXPIRING = "licence_expiring"


class OutboxMessage(Identified, Base):
    """One mail to one person. `message_id` never changes, so a mail sent twice shows once.

    `due_at` moves forward when somebody starts to send it: if they never finish, it falls due again.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (Index("ix_outbox_message_sent_at_due_at", "sent_at", "due_at"),)

    message: Mapped[Message] = mapped_column(text_enum(Message))
    recipient: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    message_id: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    due_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
