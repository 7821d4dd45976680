"""Where people are signed in: one row for each browser, ended when it signs out or stays away too long."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, now, text_enum
from web.models.user import User


class Browser(StrEnum):
    """The families of browsers that we tell apart."""

    CHROME = "chrome"
    EDGE = "edge"
    FIREFOX = "firefox"
    OPERA = "opera"
    SAFARI = "safari"
    SAMSUNG = "samsung"
    OTHER = "other"


class System(StrEnum):
    """The systems they run on."""

    ANDROID = "android"
    CHROME_OS = "chrome_os"
    IOS = "ios"
    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"
    OTHER = "other"


class BrowserSession(Identified, Base):
    """One browser in which one person is, or was, signed in.

    The id that the browser holds is not here, only its hash: whoever reads the table can sign in nowhere.
    Neither is the network address nor what the browser says of itself; see docs/adr/0010.
    """

    __tablename__ = "browser_session"

    id_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    device_hash: Mapped[str] = mapped_column(String(64))
    browser: Mapped[Browser] = mapped_column(text_enum(Browser))
    system: Mapped[System] = mapped_column(text_enum(System))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    seen_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    idle_ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    ends_at: Mapped[datetime] = mapped_column(UTCDateTime)
    proved_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    user: Mapped[User] = relationship()
