"""Keys that are destroyed because whoever they belonged to was erased."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from web.keys.envelope import KEY_ID_BYTES
from web.models.base import Base, UTCDateTime, now


class DoomedKey(Base):
    """One such key, by its number, which leads to nobody. The row stays: an old key store may come back.

    Keys are destroyed by this list alone. A key that nobody seems to have may be another database's.
    """

    __tablename__ = "doomed_key"

    key_id: Mapped[bytes] = mapped_column(LargeBinary(KEY_ID_BYTES), primary_key=True)
    since: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
