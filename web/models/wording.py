"""What people called something when they chose its code: words that are found at once the next time."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, Identified, UTCDateTime, now, text_enum


class CodeKind(StrEnum):
    """What a code stands for."""

    OCCUPATION = "occupation"
    SPECIALTY = "specialty"
    SKILL = "skill"


class ConfirmedWording(Identified, Base):
    """One wording of one code, in one language and one country.

    `words` are in plain form (small letters, no accents) and belong to nobody: who confirmed them is not
    kept. Without a country (an empty text) they count everywhere. A revoked one stays, so that nobody's
    next choice brings it back.
    """

    __tablename__ = "confirmed_wording"
    __table_args__ = (UniqueConstraint("kind", "words", "language", "country", "code"),)

    kind: Mapped[CodeKind] = mapped_column(text_enum(CodeKind))
    words: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(8))
    country: Mapped[str] = mapped_column(String(2), default="")
    code: Mapped[str] = mapped_column(String(64))
    confirmations: Mapped[int] = mapped_column(default=1)
    first_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    last_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    revoked_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
