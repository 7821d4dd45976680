"""What a professional states about themselves, and who has verified it."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    or_,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, now, text_enum
from web.models.sealed import PersonalRow, SealedText, sealed_column, sealed_if_any

if TYPE_CHECKING:
    from web.models.professional import Professional
    from web.models.user import User


class Cefr(StrEnum):
    """How well somebody speaks a language."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "native"


class LicenceStatus(StrEnum):
    """What the regulator's register says."""

    ACTIVE = "active"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


class VerificationMethod(StrEnum):
    """How a claim was checked."""

    DOCUMENT_SEEN = "document_seen"
    REGISTER_LOOK_UP = "register_look_up"
    PRIMARY_SOURCE = "primary_source"


class VerificationResult(StrEnum):
    """What the check found."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"


class Difference(StrEnum):
    """What kept a check from confirming a licence."""

    UNKNOWN_THERE = "unknown_there"
    NUMBER = "number"
    NAME = "name"
    STATUS = "status"
    DATES = "dates"
    OCCUPATION = "occupation"
    NO_PROOF = "no_proof"


class Claim(Identified, PersonalRow):
    """A row that belongs to one professional, who has a list of this kind under `listed_as`."""

    listed_as: str

    @declared_attr
    def professional_id(cls) -> Mapped[int]:  # noqa: N805
        """Whose claim this is."""
        return mapped_column(ForeignKey("professional.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def professional(cls) -> Mapped["Professional"]:  # noqa: N805
        """Point at the professional."""
        return relationship(back_populates=cls.listed_as, load_on_pending=True)

    @property
    def person(self) -> "User":
        """The account of whoever claims it."""
        return self.professional.user


class HeldOccupation(Claim, Base):
    """What they are; the first row is the main one."""

    __tablename__ = "held_occupation"
    listed_as = "occupations"

    code: Mapped[str] = mapped_column(String(16), index=True)
    title_sealed: Mapped[bytes] = sealed_column()
    specialty: Mapped[str | None] = mapped_column(String(64))
    years: Mapped[int | None]

    title = SealedText()


class HeldSkill(Claim, Base):
    """What they can do; a skill without a code is kept as typed."""

    __tablename__ = "held_skill"
    listed_as = "skills"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 4", name="level"),)

    code: Mapped[str | None] = mapped_column(String(64))
    phrase_sealed: Mapped[bytes] = sealed_column()
    level: Mapped[int | None]

    phrase = SealedText()


class SpokenLanguage(Claim, Base):
    """A language they work in."""

    __tablename__ = "spoken_language"
    listed_as = "languages"

    code: Mapped[str] = mapped_column(String(8))
    cefr: Mapped[Cefr | None] = mapped_column(text_enum(Cefr))


class Qualification(Claim, Base):
    """A diploma."""

    __tablename__ = "qualification"
    listed_as = "qualifications"

    title_sealed: Mapped[bytes] = sealed_column()
    institution_sealed: Mapped[bytes | None] = sealed_if_any()
    country: Mapped[str | None] = mapped_column(String(2))
    year: Mapped[int | None]

    title = SealedText()
    institution = SealedText()


class Licence(Claim, Base):
    """A registration with a regulator."""

    __tablename__ = "licence"
    listed_as = "licences"
    __table_args__ = (Index("ix_licence_changed_at_id", "changed_at", "id"),)

    country: Mapped[str] = mapped_column(String(2))
    regulator_sealed: Mapped[bytes] = sealed_column()
    number_sealed: Mapped[bytes | None] = sealed_if_any()
    number_index: Mapped[str | None] = mapped_column(String(64), index=True)
    status: Mapped[LicenceStatus] = mapped_column(text_enum(LicenceStatus), default=LicenceStatus.UNKNOWN)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    regulator = SealedText()
    number = SealedText(index="number_index")

    verifications: Mapped[list["Verification"]] = relationship(
        back_populates="licence", cascade="all, delete-orphan", order_by="Verification.id"
    )

    @property
    def latest_verification(self) -> "Verification | None":
        """The last check that is complete, unless the licence was changed after it."""
        complete = [check for check in self.verifications if check.is_complete]
        latest = complete[-1] if complete else None
        return latest if latest and latest.checked_at >= self.changed_at else None

    @property
    def waiting_verification(self) -> "Verification | None":
        """The last check, if it still waits for a colleague's signature and the licence is as it was."""
        latest = self.verifications[-1] if self.verifications else None
        waits = latest is not None and latest.is_waiting and latest.checked_at >= self.changed_at
        return latest if waits else None


class Verification(Identified, PersonalRow, Base):
    """One check of one licence: how, against what, by whom, with what result.

    A check with the regulator counts once a second coordinator has signed it, and never once one has
    disagreed with it. Those of the time before that rule have a day of signing and no signer.
    """

    __tablename__ = "verification"
    __table_args__ = (CheckConstraint("countersigned_at IS NULL OR disagreed_at IS NULL", name="signed"),)

    licence_id: Mapped[int] = mapped_column(ForeignKey("licence.id", ondelete="CASCADE"), index=True)
    method: Mapped[VerificationMethod] = mapped_column(text_enum(VerificationMethod))
    source_sealed: Mapped[bytes] = sealed_column()
    result: Mapped[VerificationResult] = mapped_column(text_enum(VerificationResult))
    difference: Mapped[Difference | None] = mapped_column(text_enum(Difference))
    expires_on: Mapped[date | None]
    note_sealed: Mapped[bytes | None] = sealed_if_any()
    checked_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    checked_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    countersigned_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    countersigned_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    disagreed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    disagreed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    disagreement_sealed: Mapped[bytes | None] = sealed_if_any()

    source = SealedText()
    note = SealedText()
    disagreement = SealedText()

    licence: Mapped[Licence] = relationship(back_populates="verifications", load_on_pending=True)
    checked_by: Mapped["User"] = relationship(foreign_keys=[checked_by_id])
    countersigned_by: Mapped["User | None"] = relationship(foreign_keys=[countersigned_by_id])
    disagreed_by: Mapped["User | None"] = relationship(foreign_keys=[disagreed_by_id])
    acceptances: Mapped[list["VerificationAcceptance"]] = relationship(
        cascade="all, delete-orphan", order_by="VerificationAcceptance.id"
    )

    @hybrid_property
    def is_complete(self) -> bool:
        """Say whether everybody has looked who has to."""
        return self.method != VerificationMethod.PRIMARY_SOURCE or self.countersigned_at is not None

    @is_complete.inplace.expression
    @classmethod
    def _is_complete(cls) -> ColumnElement[bool]:
        return or_(cls.method != VerificationMethod.PRIMARY_SOURCE, cls.countersigned_at.is_not(None))

    @hybrid_property
    def is_waiting(self) -> bool:
        """Say whether a second coordinator has still to look."""
        return not self.is_complete and self.disagreed_at is None

    @is_waiting.inplace.expression
    @classmethod
    def _is_waiting(cls) -> ColumnElement[bool]:
        is_incomplete = and_(cls.method == VerificationMethod.PRIMARY_SOURCE, cls.countersigned_at.is_(None))
        return and_(is_incomplete, cls.disagreed_at.is_(None))

    @property
    def person(self) -> "User":
        """The account of whose licence was checked."""
        return self.licence.person


class VerificationAcceptance(Identified, Base):
    """One ministry's word that it takes over a check, so that nobody has to look the licence up again."""

    __tablename__ = "verification_acceptance"
    __table_args__ = (UniqueConstraint("verification_id", "ministry_id"),)

    verification_id: Mapped[int] = mapped_column(ForeignKey("verification.id", ondelete="CASCADE"))
    ministry_id: Mapped[int] = mapped_column(ForeignKey("ministry.id"))
    accepted_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    accepted_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)


class LicenceReminder(Identified, Base):
    """One letter about a licence that ends: which end it told of, and how many days before at most."""

    __tablename__ = "licence_reminder"
    __table_args__ = (UniqueConstraint("licence_id", "ends_on", "days"),)

    licence_id: Mapped[int] = mapped_column(ForeignKey("licence.id", ondelete="CASCADE"))
    ends_on: Mapped[date]
    days: Mapped[int]
    sent_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)


class Availability(Claim, Base):
    """A period in which they could serve; without an end it stays open."""

    __tablename__ = "availability"
    listed_as = "availability"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),)

    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
