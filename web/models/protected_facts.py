"""Facts that never decide anything: kept so that it can be checked whether everybody is treated alike."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, UTCDateTime, now
from web.models.sealed import KeyHolder, SealedValue, sealed_if_any


class Sex(StrEnum):
    """How somebody describes themselves."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class ProtectedFacts(KeyHolder, Base):
    """Sex, year of birth and nationality of one professional; what they would rather not say is empty.

    In a table of its own, so that nothing that ranks can read it by accident: a test refuses the import. And
    under a key of its own, so that whoever opens all else about a person does not open this with it.
    """

    __tablename__ = "protected_facts"

    professional_id: Mapped[int] = mapped_column(
        ForeignKey("professional.id", ondelete="CASCADE"), primary_key=True
    )
    sex_sealed: Mapped[bytes | None] = sealed_if_any()
    birth_year_sealed: Mapped[bytes | None] = sealed_if_any()
    nationality_sealed: Mapped[bytes | None] = sealed_if_any()
    answered_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    sex = SealedValue()
    birth_year = SealedValue()
    nationality = SealedValue()
