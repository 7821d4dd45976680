"""Hospitals, health centres, schools and programme offices."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, Versioned, now, text_enum

if TYPE_CHECKING:
    from web.models.user import User


class Light(StrEnum):
    """How ready one side of a facility is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Facility(Identified, Base):
    """A place where somebody can be posted.

    `source` and `source_key` say which list the row came from and which line it was there, so that the
    same list can be imported again. `search_text` holds the words of name, kind and region as
    `web.queries.facility_words` spells them.
    """

    __tablename__ = "facility"
    __table_args__ = (
        UniqueConstraint("source", "source_key"),
        Index("ix_facility_country_region", "country", "region"),
    )

    country: Mapped[str] = mapped_column(String(2))
    region: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    ownership: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    source: Mapped[str]
    source_key: Mapped[str]
    search_text: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    readiness: Mapped["Readiness | None"] = relationship(back_populates="facility")


class Readiness(Identified, Versioned, Base):
    """Whether a facility can receive somebody: attested by the host, confirmed by a coordinator."""

    __tablename__ = "readiness"

    facility_id: Mapped[int] = mapped_column(ForeignKey("facility.id", ondelete="CASCADE"), unique=True)
    equipment: Mapped[Light] = mapped_column(text_enum(Light))
    people: Mapped[Light] = mapped_column(text_enum(Light))
    money: Mapped[Light] = mapped_column(text_enum(Light))
    note: Mapped[str] = mapped_column(default="")
    attested_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    attested_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    facility: Mapped[Facility] = relationship(back_populates="readiness")
    attested_by: Mapped["User"] = relationship(foreign_keys=[attested_by_id])

    @property
    def is_ready(self) -> bool:
        """Confirmed by a coordinator, and nothing red."""
        return self.confirmed_at is not None and not self.has_red

    @property
    def has_red(self) -> bool:
        """Something that nobody can work without is not there."""
        return Light.RED in {self.equipment, self.people, self.money}
