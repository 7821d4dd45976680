"""Who can sign in, and what for."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from flask_security import RoleMixin, UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, Versioned, now, text_enum
from web.models.sealed import KeyHolder, SealedText, sealed_if_any

if TYPE_CHECKING:
    from web.models.ministry import Ministry
    from web.models.professional import Professional


class Role(StrEnum):
    """What a person does here; one person has one role."""

    PROFESSIONAL = "professional"
    MINISTRY = "ministry"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


class User(Identified, UserMixin, Versioned, KeyHolder, Base):
    """A person who can sign in.

    Who was erased has neither address nor name, only a number.
    `key_id` says by which key everything about the person is sealed, in whichever table it stands.
    `fs_uniquifier` is the name that links in letters know the person by: changing it ends all of them.
    """

    __tablename__ = "user"
    __table_args__ = (
        CheckConstraint("(role = 'ministry') = (ministry_id IS NOT NULL)", name="ministry_of_ministry_users"),
    )

    email_sealed: Mapped[bytes | None] = sealed_if_any()
    email_index: Mapped[str | None] = mapped_column(String(64), unique=True)
    name_sealed: Mapped[bytes | None] = sealed_if_any()
    new_email_sealed: Mapped[bytes | None] = sealed_if_any()
    password: Mapped[str | None]
    role: Mapped[Role] = mapped_column(text_enum(Role))
    language: Mapped[str] = mapped_column(String(8), default="en")
    active: Mapped[bool] = mapped_column(default=True)
    is_demo: Mapped[bool] = mapped_column(default=False)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    invited_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    password_changed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    second_factor_since: Mapped[datetime | None] = mapped_column(UTCDateTime)
    codes_by_mail_since: Mapped[datetime | None] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    erased_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ministry_id: Mapped[int | None] = mapped_column(ForeignKey("ministry.id"), index=True)

    words: Mapped[list["UserWord"]] = relationship(cascade="all, delete-orphan")

    email = SealedText(index="email_index")
    new_email = SealedText()
    name = SealedText()

    ministry: Mapped["Ministry | None"] = relationship(back_populates="users")
    professional: Mapped["Professional | None"] = relationship(back_populates="user")
    coordinator_countries: Mapped[list["CoordinatorCountry"]] = relationship(
        back_populates="user", cascade="all, delete-orphan", order_by="CoordinatorCountry.country"
    )

    @property
    def countries(self) -> frozenset[str]:
        """The countries a coordinator works for."""
        return frozenset(row.country for row in self.coordinator_countries)

    @property
    def roles(self) -> list[RoleMixin]:  # type: ignore[override]
        """No roles in Flask-Security's sense: web.permissions decides who may do what."""
        return []


class UserWord(Base):
    """A code of one word of a name or e-mail address: it finds people, and nobody reads the word from it."""

    __tablename__ = "user_word"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(String(64), primary_key=True, index=True)


class CoordinatorCountry(Base):
    """One country a coordinator works for."""

    __tablename__ = "coordinator_country"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    country: Mapped[str] = mapped_column(String(2), primary_key=True)

    user: Mapped[User] = relationship(back_populates="coordinator_countries")
