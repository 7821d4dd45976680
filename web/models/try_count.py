"""How often something was tried, for limits that all processes share."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, UTCDateTime


class TryCount(Base):
    """One window of one limit: whose it is stands in the key, as a digest that only the service can make."""

    __tablename__ = "try_count"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int] = mapped_column()
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
