"""The case of one professional in one post, from proposal to follow-up."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, UTCDateTime, Versioned, now, text_enum
from web.models.sealed import PersonalRow, SealedText, sealed_if_any

if TYPE_CHECKING:
    from web.models.professional import Professional
    from web.models.ranking import Ranking
    from web.models.user import User
    from web.models.vacancy import Vacancy


class PlacementStatus(StrEnum):
    """Where a case stands."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    APPROVED = "approved"
    PREPARING = "preparing"
    IN_POST = "in_post"
    COMPLETED = "completed"
    FOLLOWED_UP = "followed_up"
    EXTENDED = "extended"
    ENDED_EARLY = "ended_early"
    CONVERTED = "converted"
    DECLINED = "declined"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    ENTERED_IN_ERROR = "entered_in_error"


_S = PlacementStatus
_CALLED_OFF = frozenset({_S.WITHDRAWN, _S.CANCELLED, _S.EXPIRED, _S.ENTERED_IN_ERROR})

PLACEMENT_TRANSITIONS: dict[PlacementStatus, frozenset[PlacementStatus]] = {
    _S.PROPOSED: frozenset({_S.AGREED, _S.DECLINED, _S.NOT_SELECTED}) | _CALLED_OFF,
    _S.AGREED: frozenset({_S.APPROVED, _S.DECLINED, _S.NOT_SELECTED}) | _CALLED_OFF,
    _S.APPROVED: frozenset({_S.PREPARING, _S.WITHDRAWN, _S.CANCELLED, _S.ENTERED_IN_ERROR}),
    _S.PREPARING: frozenset({_S.IN_POST, _S.WITHDRAWN, _S.CANCELLED, _S.ENTERED_IN_ERROR}),
    _S.IN_POST: frozenset({_S.COMPLETED, _S.EXTENDED, _S.ENDED_EARLY, _S.CONVERTED}),
    _S.EXTENDED: frozenset({_S.IN_POST}),
    _S.COMPLETED: frozenset({_S.FOLLOWED_UP}),
    _S.ENDED_EARLY: frozenset({_S.FOLLOWED_UP}),
    _S.CONVERTED: frozenset({_S.FOLLOWED_UP}),
    _S.FOLLOWED_UP: frozenset(),
    _S.DECLINED: frozenset(),
    _S.NOT_SELECTED: frozenset(),
    _S.WITHDRAWN: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.ENTERED_IN_ERROR: frozenset(),
}

# While a case is open, the same person cannot have a second one for the same vacancy.
OPEN = frozenset({_S.PROPOSED, _S.AGREED, _S.APPROVED, _S.PREPARING, _S.IN_POST, _S.EXTENDED})
# While a case is in one of these, nobody has approved or ended it.
UNDECIDED = frozenset({_S.PROPOSED, _S.AGREED})
# While a case is in one of these, it takes a post and the person's time.
HOLDS_POST = frozenset({_S.APPROVED, _S.PREPARING, _S.IN_POST, _S.EXTENDED})
OPEN_SQL = f"status IN ({', '.join(sorted(repr(str(s)) for s in OPEN))})"


class Origin(StrEnum):
    """Who began a case."""

    COORDINATOR = "coordinator"
    PROFESSIONAL = "professional"
    MINISTRY = "ministry"


class Answer(StrEnum):
    """What one side says to a proposal."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class DeclineReason(StrEnum):
    """Why a professional says no."""

    DATES = "dates"
    FAMILY = "family"
    EMPLOYER = "employer"
    CONDITIONS = "conditions"
    LOCATION = "location"
    OTHER = "other"


class NotSelectedReason(StrEnum):
    """Why a ministry says no."""

    SKILLS = "skills"
    DATES = "dates"
    LANGUAGE = "language"
    OTHER_CANDIDATE = "other_candidate"
    LOCAL_CANDIDATE = "local_candidate"
    FUNDING = "funding"
    OTHER = "other"


class ChoiceReason(StrEnum):
    """Why a coordinator proposes somebody who does not stand first."""

    KNOWS_PLACE = "knows_place"
    AVAILABLE_SOONER = "available_sooner"
    FIRST_UNREACHABLE = "first_unreachable"
    MINISTRY_WISH = "ministry_wish"
    TEAM_FIT = "team_fit"
    OTHER = "other"


class Placement(Identified, Versioned, PersonalRow, Base):
    """One professional, one vacancy.

    `holds_post` is true while the case takes one of the vacancy's posts and the person's dates; the
    database refuses a second case of the same person that holds overlapping dates.
    """

    __tablename__ = "placement"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),
        Index(
            "uq_placement_open_case",
            "vacancy_id",
            "professional_id",
            unique=True,
            sqlite_where=text(OPEN_SQL),
            postgresql_where=text(OPEN_SQL),
        ),
        Index("ix_placement_status", "status"),
    )

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    professional_id: Mapped[int] = mapped_column(ForeignKey("professional.id"), index=True)
    ranking_id: Mapped[int | None] = mapped_column(ForeignKey("ranking.id"))
    rank: Mapped[int | None]
    pseudonym: Mapped[str] = mapped_column(String(16))
    status: Mapped[PlacementStatus] = mapped_column(
        text_enum(PlacementStatus), default=PlacementStatus.PROPOSED
    )
    holds_post: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[Origin] = mapped_column(text_enum(Origin))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    choice_reason: Mapped[ChoiceReason | None] = mapped_column(text_enum(ChoiceReason))
    choice_note_sealed: Mapped[bytes | None] = sealed_if_any()
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    proposed_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    professional_answer: Mapped[Answer | None] = mapped_column(text_enum(Answer))
    professional_answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    decline_reason: Mapped[DeclineReason | None] = mapped_column(text_enum(DeclineReason))
    ministry_answer: Mapped[Answer | None] = mapped_column(text_enum(Answer))
    ministry_answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    not_selected_reason: Mapped[NotSelectedReason | None] = mapped_column(text_enum(NotSelectedReason))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    choice_note = SealedText()

    vacancy: Mapped["Vacancy"] = relationship()
    professional: Mapped["Professional"] = relationship(load_on_pending=True)
    ranking: Mapped["Ranking | None"] = relationship()
    proposed_by: Mapped["User"] = relationship(foreign_keys=[proposed_by_id])
    approved_by: Mapped["User | None"] = relationship(foreign_keys=[approved_by_id])
    events: Mapped[list["PlacementEvent"]] = relationship(
        back_populates="placement", cascade="all, delete-orphan", order_by="PlacementEvent.id"
    )

    @property
    def person(self) -> "User":
        """The account of the professional: what is written in a case is about them."""
        return self.professional.user

    @property
    def is_disclosed(self) -> bool:
        """Whether the ministry may know who the person is: from their own yes, while the consent counts."""
        today = now().date()
        return (
            self.professional_answer == Answer.ACCEPTED
            and self.status != PlacementStatus.WITHDRAWN
            and any(
                consent.vacancy_id == self.vacancy_id and consent.is_in_force(today)
                for consent in self.professional.consents
            )
        )

    @property
    def is_consent_missing(self) -> bool:
        """Whether the case waits for a yes to be known that was taken back: only the person can mend it."""
        said_yes = self.professional_answer == Answer.ACCEPTED
        return self.status in UNDECIDED and said_yes and not self.is_disclosed


class PlacementEvent(Identified, PersonalRow, Base):
    """One step of a case: from where to where, by whom, why."""

    __tablename__ = "placement_event"

    placement_id: Mapped[int] = mapped_column(ForeignKey("placement.id", ondelete="CASCADE"), index=True)
    from_status: Mapped[PlacementStatus | None] = mapped_column(text_enum(PlacementStatus))
    to_status: Mapped[PlacementStatus] = mapped_column(text_enum(PlacementStatus))
    step: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    comment_sealed: Mapped[bytes | None] = sealed_if_any()

    comment = SealedText()

    placement: Mapped[Placement] = relationship(back_populates="events", load_on_pending=True)
    actor: Mapped["User | None"] = relationship()

    @property
    def person(self) -> "User":
        """The account of the professional: what is written in a case is about them."""
        return self.placement.person
