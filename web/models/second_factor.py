"""What somebody has besides a password: passkeys, an app that shows codes, and codes by mail or on paper."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, Identifier, UTCDateTime, now
from web.models.sealed import PersonalRow, SealedText, sealed_column
from web.models.user import User


class Authenticator(Identified, PersonalRow, Base):
    """An app that shows a new code every 30 seconds; there is a row once a code of it was right.

    `last_step` is the last half minute whose code was taken. It only ever rises, so no code works twice.
    """

    __tablename__ = "authenticator"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), unique=True)
    secret_sealed: Mapped[bytes] = sealed_column()
    last_step: Mapped[int] = mapped_column(Identifier)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    secret = SealedText()

    user: Mapped[User] = relationship(load_on_pending=True)

    @property
    def person(self) -> User:
        """The account that it opens."""
        return self.user


class Passkey(Identified, PersonalRow, Base):
    """A key in somebody's device that never leaves it; here is what its signatures are checked with."""

    __tablename__ = "passkey"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    name_sealed: Mapped[bytes] = sealed_column()
    credential_id: Mapped[str] = mapped_column(unique=True)
    public_key: Mapped[str]
    sign_count: Mapped[int] = mapped_column(Identifier)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    name = SealedText()

    user: Mapped[User] = relationship(load_on_pending=True)

    @property
    def person(self) -> User:
        """The account that it opens."""
        return self.user


class SpentChallenge(Base):
    """A challenge that a passkey has answered, kept for as long as the answer could be sent again."""

    __tablename__ = "spent_challenge"

    challenge_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)


class MailedCode(Base):
    """A code on its way to somebody's mailbox; it is made from this and our key, and stands nowhere."""

    __tablename__ = "mailed_code"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    salt: Mapped[str] = mapped_column(String(32))
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime)


class RecoveryCode(Identified, Base):
    """One of ten codes to be kept on paper; only what it can be checked by is here."""

    __tablename__ = "recovery_code"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    used_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    user: Mapped[User] = relationship()
