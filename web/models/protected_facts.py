"""Facts that never decide anything: kept so that it can be checked whether everybody is treated alike."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, UTCDateTime, now, text_enum


class Sex(StrEnum):
    """How somebody describes themselves."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class ProtectedFacts(Base):
    """Sex, year of birth and nationality of one professional; what they would rather not say is empty.

    In a table of its own, so that nothing that ranks can read it by accident: a test refuses the import.
    """

    __tablename__ = "protected_facts"

    professional_id: Mapped[int] = mapped_column(
        ForeignKey("professional.id", ondelete="CASCADE"), primary_key=True
    )
    sex: Mapped[Sex | None] = mapped_column(text_enum(Sex))
    birth_year: Mapped[int | None]
    nationality: Mapped[str | None] = mapped_column(String(2))
    answered_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
