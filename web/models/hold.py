"""Data that must not go: a dispute, an inquiry, a court has asked for it."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, now
from web.models.sealed import PersonalRow, SealedText, sealed_column

if TYPE_CHECKING:
    from web.models.user import User


class LegalHold(Identified, PersonalRow, Base):
    """While it is not lifted, nothing about the person is erased or removed because its time is over."""

    __tablename__ = "legal_hold"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    reason_sealed: Mapped[bytes] = sealed_column()
    placed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    placed_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    lifted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    reason = SealedText()

    user: Mapped["User"] = relationship(foreign_keys=[user_id], load_on_pending=True)
    placed_by: Mapped["User | None"] = relationship(foreign_keys=[placed_by_id])

    @property
    def person(self) -> "User":
        """The account of whose data is held."""
        return self.user
