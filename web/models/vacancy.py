"""A ministry's request to fill one or more posts, and how it moves."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, Versioned, now, text_enum
from web.models.claims import Cefr
from web.models.professional import Mode

if TYPE_CHECKING:
    from web.models.facility import Facility
    from web.models.ministry import Ministry
    from web.models.user import User


class VacancyStatus(StrEnum):
    """Where a vacancy stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    PAUSED = "paused"
    FILLED = "filled"
    CLOSED = "closed"
    CANCELLED = "cancelled"


VACANCY_TRANSITIONS: dict[VacancyStatus, frozenset[VacancyStatus]] = {
    VacancyStatus.DRAFT: frozenset({VacancyStatus.SUBMITTED, VacancyStatus.CANCELLED}),
    VacancyStatus.SUBMITTED: frozenset(
        {VacancyStatus.PUBLISHED, VacancyStatus.RETURNED, VacancyStatus.CANCELLED}
    ),
    VacancyStatus.RETURNED: frozenset({VacancyStatus.SUBMITTED, VacancyStatus.CANCELLED}),
    VacancyStatus.PUBLISHED: frozenset(
        {VacancyStatus.PAUSED, VacancyStatus.FILLED, VacancyStatus.CLOSED, VacancyStatus.CANCELLED}
    ),
    VacancyStatus.PAUSED: frozenset({VacancyStatus.PUBLISHED, VacancyStatus.CLOSED, VacancyStatus.CANCELLED}),
    VacancyStatus.FILLED: frozenset({VacancyStatus.PUBLISHED, VacancyStatus.CLOSED}),
    VacancyStatus.CLOSED: frozenset(),
    VacancyStatus.CANCELLED: frozenset(),
}


class Purpose(StrEnum):
    """What the person in the post is asked to do."""

    SERVICE = "service"
    TEACHING = "teaching"
    EMERGENCY = "emergency"


class RequirementKind(StrEnum):
    """How much a skill counts."""

    MUST_HAVE = "must_have"
    DESIRABLE = "desirable"


class Vacancy(Identified, Versioned, Base):
    """A request for people at one facility.

    `filled` counts the posts taken by placements. It moves only by one guarded UPDATE, and the CHECK
    below keeps it within `posts` whatever the code above does.
    """

    __tablename__ = "vacancy"
    __table_args__ = (
        CheckConstraint("filled >= 0 AND filled <= posts", name="filled"),
        CheckConstraint("posts >= 1", name="posts"),
        CheckConstraint("latest_start >= earliest_start", name="window"),
        CheckConstraint("(mode = 'permanent') = (duration_weeks IS NULL)", name="duration"),
        Index("ix_vacancy_status_published_at", "status", "published_at"),
    )

    ministry_id: Mapped[int] = mapped_column(ForeignKey("ministry.id"), index=True)
    facility_id: Mapped[int] = mapped_column(ForeignKey("facility.id"), index=True)
    country: Mapped[str] = mapped_column(String(2), index=True)
    language: Mapped[str] = mapped_column(String(8))
    title: Mapped[str]
    occupation: Mapped[str] = mapped_column(String(16))
    specialty: Mapped[str | None] = mapped_column(String(64))
    mode: Mapped[Mode] = mapped_column(text_enum(Mode))
    purpose: Mapped[Purpose] = mapped_column(text_enum(Purpose), default=Purpose.SERVICE)
    earliest_start: Mapped[date]
    latest_start: Mapped[date]
    duration_weeks: Mapped[int | None]
    posts: Mapped[int]
    filled: Mapped[int] = mapped_column(default=0)
    min_years_experience: Mapped[int] = mapped_column(default=0)
    licence_required: Mapped[bool] = mapped_column(default=True)
    teaching: Mapped[bool] = mapped_column(default=False)
    description: Mapped[str] = mapped_column(default="")
    benefits: Mapped[str] = mapped_column(default="")
    funded: Mapped[bool] = mapped_column(default=False)
    budget_line: Mapped[str] = mapped_column(default="")
    local_candidates: Mapped[str] = mapped_column(default="")
    status: Mapped[VacancyStatus] = mapped_column(text_enum(VacancyStatus), default=VacancyStatus.DRAFT)
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    ministry: Mapped["Ministry"] = relationship()
    facility: Mapped["Facility"] = relationship()
    created_by: Mapped["User"] = relationship()
    languages: Mapped[list["RequiredLanguage"]] = relationship(
        cascade="all, delete-orphan", order_by="RequiredLanguage.id"
    )
    skills: Mapped[list["RequiredSkill"]] = relationship(
        cascade="all, delete-orphan", order_by="RequiredSkill.id"
    )
    events: Mapped[list["VacancyEvent"]] = relationship(
        cascade="all, delete-orphan", order_by="VacancyEvent.id"
    )

    @property
    def reference(self) -> str:
        """What people call the vacancy in mail and on the telephone."""
        return f"V-{self.id:05d}"

    @property
    def free_posts(self) -> int:
        """How many posts nobody has taken yet."""
        return self.posts - self.filled


class RequiredLanguage(Identified, Base):
    """A language the post is worked in."""

    __tablename__ = "required_language"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(String(8))
    min_cefr: Mapped[Cefr] = mapped_column(text_enum(Cefr))
    required: Mapped[bool] = mapped_column(default=True)


class RequiredSkill(Identified, Base):
    """A skill the post asks for; without a code it is kept as typed."""

    __tablename__ = "required_skill"
    __table_args__ = (CheckConstraint("min_level BETWEEN 1 AND 4", name="min_level"),)

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id", ondelete="CASCADE"), index=True)
    kind: Mapped[RequirementKind] = mapped_column(text_enum(RequirementKind))
    code: Mapped[str | None] = mapped_column(String(64))
    phrase: Mapped[str]
    min_level: Mapped[int | None]
    indispensable: Mapped[bool] = mapped_column(default=False)


class VacancyEvent(Identified, Base):
    """One step of a vacancy: from where to where, by whom, why."""

    __tablename__ = "vacancy_event"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id", ondelete="CASCADE"), index=True)
    from_status: Mapped[VacancyStatus | None] = mapped_column(text_enum(VacancyStatus))
    to_status: Mapped[VacancyStatus] = mapped_column(text_enum(VacancyStatus))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    comment: Mapped[str] = mapped_column(default="")

    actor: Mapped["User | None"] = relationship()
