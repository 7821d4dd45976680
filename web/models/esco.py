"""The health part of the ESCO classification, where it was brought in."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, Identified, UTCDateTime, now

ONLY_ROW = 1


class EscoPart(Identified, Base):
    """What was imported last: one row or none. `content` is what the engine reads, as JSON."""

    __tablename__ = "esco_part"

    digest: Mapped[str] = mapped_column(String(12))
    occupations: Mapped[int]
    skills: Mapped[int]
    wordings: Mapped[int]
    imported_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    content: Mapped[str] = mapped_column(Text, deferred=True)
