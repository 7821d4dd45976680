"""The health worker: state, where they live, what they wish for. What they can do is in claims.py."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, Identifier, UTCDateTime, Versioned, now, text_enum
from web.models.sealed import PersonalRow, SealedText, sealed_if_any

if TYPE_CHECKING:
    from web.models.claims import (
        Availability,
        HeldOccupation,
        HeldSkill,
        Licence,
        Qualification,
        SpokenLanguage,
    )
    from web.models.user import User


class ProfessionalStatus(StrEnum):
    """Where a profile stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    ERASED = "erased"


class Mode(StrEnum):
    """How somebody can serve."""

    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    REMOTE = "remote"


class ConsentPurpose(StrEnum):
    """What a professional allows their data to be used for."""

    MATCHING = "matching"
    DISCLOSURE = "disclosure"


class Professional(Identified, Versioned, PersonalRow, Base):
    """A health worker who has started a profile.

    `reference` is what coordinators call the person; ministries see another name for each vacancy.
    `revision` rises with every change that can move a ranking; see PoolRevision.
    """

    __tablename__ = "professional"
    __table_args__ = (
        CheckConstraint("credential_level BETWEEN 1 AND 4", name="credential_level"),
        Index("ix_professional_revision", "revision"),
    )

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), unique=True)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    status: Mapped[ProfessionalStatus] = mapped_column(
        text_enum(ProfessionalStatus), default=ProfessionalStatus.DRAFT, index=True
    )
    language: Mapped[str] = mapped_column(String(8), default="en")
    summary_sealed: Mapped[bytes | None] = sealed_if_any()
    summary_shared: Mapped[bool] = mapped_column(default=False)
    country_of_origin: Mapped[str | None] = mapped_column(String(2))
    residence_country: Mapped[str | None] = mapped_column(String(2))
    reenter_unlimited: Mapped[bool | None]
    reenter_until: Mapped[date | None]
    modes: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    max_weeks: Mapped[int | None]
    preferred_countries: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    years_experience: Mapped[int | None]
    credential_level: Mapped[int | None]
    stated_none: Mapped[list[str]] = mapped_column(JSON, default=list)
    submitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    reconfirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    revision: Mapped[int] = mapped_column(Identifier, default=0)

    summary = SealedText()

    user: Mapped["User"] = relationship(back_populates="professional", load_on_pending=True)
    identity: Mapped["Identity | None"] = relationship(
        back_populates="professional", cascade="all, delete-orphan"
    )
    occupations: Mapped[list["HeldOccupation"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="HeldOccupation.id"
    )
    skills: Mapped[list["HeldSkill"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="HeldSkill.id"
    )
    languages: Mapped[list["SpokenLanguage"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="SpokenLanguage.id"
    )
    qualifications: Mapped[list["Qualification"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="Qualification.id"
    )
    licences: Mapped[list["Licence"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="Licence.id"
    )
    availability: Mapped[list["Availability"]] = relationship(
        back_populates="professional", cascade="all, delete-orphan", order_by="Availability.starts_on"
    )
    consents: Mapped[list["Consent"]] = relationship(
        cascade="all, delete-orphan", order_by="Consent.id", back_populates="professional"
    )

    @property
    def person(self) -> "User":
        """The account of whose profile it is."""
        return self.user


class Identity(PersonalRow, Base):
    """Who the person is. Kept apart: nothing that ranks reads this table."""

    __tablename__ = "identity"

    professional_id: Mapped[int] = mapped_column(
        ForeignKey("professional.id", ondelete="CASCADE"), primary_key=True
    )
    given_name_sealed: Mapped[bytes | None] = sealed_if_any()
    family_name_sealed: Mapped[bytes | None] = sealed_if_any()
    phone_sealed: Mapped[bytes | None] = sealed_if_any()

    given_name = SealedText()
    family_name = SealedText()
    phone = SealedText()

    professional: Mapped[Professional] = relationship(back_populates="identity", load_on_pending=True)

    @property
    def person(self) -> "User":
        """The account of whose profile it is."""
        return self.professional.user

    @property
    def full_name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}".strip()


class Consent(Identified, Base):
    """A yes of the professional, to one purpose and, for disclosure, to one ministry for one vacancy.

    It counts until it is withdrawn, or past its last day if it has one. A yes to being matched has none:
    silence ends nothing.
    """

    __tablename__ = "consent"
    __table_args__ = (CheckConstraint("purpose = 'disclosure' OR ends_on IS NULL", name="end"),)

    professional_id: Mapped[int] = mapped_column(
        ForeignKey("professional.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[ConsentPurpose] = mapped_column(text_enum(ConsentPurpose))
    ministry_id: Mapped[int | None] = mapped_column(ForeignKey("ministry.id"))
    vacancy_id: Mapped[int | None] = mapped_column(ForeignKey("vacancy.id"))
    wording: Mapped[str]
    given_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    ends_on: Mapped[date | None]

    professional: Mapped[Professional] = relationship(back_populates="consents")

    def is_in_force(self, day: date) -> bool:
        """Say whether it counts on a day."""
        return self.withdrawn_at is None and (self.ends_on is None or self.ends_on >= day)


class PoolRevision(Base):
    """One row that counts the changes to the pool of professionals.

    Whoever changes a profile raises it in the same transaction and stamps the profile with the number:
    the row lock makes numbers visible in the order in which they were given.
    """

    __tablename__ = "pool_revision"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    revision: Mapped[int] = mapped_column(Identifier, default=0)
