"""The authority of one country that asks for people."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, Versioned, now

if TYPE_CHECKING:
    from web.models.user import User


class Ministry(Identified, Versioned, Base):
    """A ministry of health; its users see only its own data."""

    __tablename__ = "ministry"

    name: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str] = mapped_column(String(2), index=True)
    contact_email: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    users: Mapped[list["User"]] = relationship(back_populates="ministry")
