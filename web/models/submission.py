"""Forms that were already sent, so that a double click does nothing twice."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, UTCDateTime, now


class Submission(Base):
    """One form sent once: the nonce it carried and the answer it got."""

    __tablename__ = "submission"

    nonce: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    location: Mapped[str] = mapped_column(default="")
    notice: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now, index=True)
