"""Mail that must leave, written in the same transaction as what it tells about."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, now, text_enum
from web.models.sealed import PersonalRow, SealedJson, SealedText, sealed_column, sealed_if_any

if TYPE_CHECKING:
    from web.models.user import User


class Message(StrEnum):
    """Every e-mail the service sends; each has a module and two templates in web/emails."""

    CONFIRM_ADDRESS = "confirm_address"
    SIGN_IN_CODE = "sign_in_code"
    CONFIRM_NEW_ADDRESS = "confirm_new_address"
    ALREADY_REGISTERED = "already_registered"
    RESET_PASSWORD = "reset_password"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ACCOUNT_ERASED = "account_erased"
    DATA_EXPORTED = "data_exported"
    NEW_SIGN_IN = "new_sign_in"
    ACCOUNT_NOTICE = "account_notice"
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
    LICENCE_NOT_CONFIRMED = "licence_not_confirmed"
    DOCUMENT_BETTER_NEEDED = "document_better_needed"
    CONSENT_TAKEN_BACK = "consent_taken_back"


class OutboxMessage(Identified, PersonalRow, Base):
    """One mail to one person. `message_id` never changes, so a mail sent twice shows once.

    `due_at` moves forward when somebody starts to send it: if they never finish, it falls due again.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (Index("ix_outbox_message_sent_at_due_at", "sent_at", "due_at"),)

    message: Mapped[Message] = mapped_column(text_enum(Message))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    recipient_sealed: Mapped[bytes] = sealed_column()
    language: Mapped[str] = mapped_column(String(8))
    details_sealed: Mapped[bytes | None] = sealed_if_any()
    message_id: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    due_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    sent_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")

    recipient = SealedText()
    details = SealedJson()

    user: Mapped["User"] = relationship(load_on_pending=True)

    @property
    def person(self) -> "User":
        """The account of whoever is written to."""
        return self.user
