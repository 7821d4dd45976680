"""The ranked lists people were shown, kept so that every decision can be explained later."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified, Identifier, UTCDateTime, now
from web.models.sealed import PersonalRow, SealedJson, sealed_column

if TYPE_CHECKING:
    from web.models.professional import Professional
    from web.models.user import User
    from web.models.vacancy import Vacancy


class Ranking(Identified, Base):
    """One ranking of one vacancy against one state of the pool.

    `digest` is over the position, everybody's place and points, the weights and the versions: the same
    inputs give the same digest in another process, and rank. `listed` is how many matches were kept, and
    `erased` how many of them went since, with the people they were about.
    """

    __tablename__ = "ranking"
    __table_args__ = (Index("ix_ranking_vacancy_id_id", "vacancy_id", "id"),)

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"))
    vacancy_version: Mapped[int]
    pool_revision: Mapped[int] = mapped_column(Identifier)
    engine: Mapped[str] = mapped_column(String(40))
    vocabulary: Mapped[str] = mapped_column(String(80))
    weights: Mapped[str] = mapped_column(String(80))
    digest: Mapped[str] = mapped_column(String(64))
    position: Mapped[dict[str, Any]] = mapped_column(JSON)
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    listed: Mapped[int]
    erased: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)

    vacancy: Mapped["Vacancy"] = relationship()
    matches: Mapped[list["Match"]] = relationship(
        back_populates="ranking", cascade="all, delete-orphan", order_by="Match.place"
    )


class Match(Identified, PersonalRow, Base):
    """One professional's place in a ranking, with the reasons as the engine gave them.

    Those stored before candidate versions were kept have none.
    """

    __tablename__ = "match"
    __table_args__ = (
        UniqueConstraint("ranking_id", "place"),
        UniqueConstraint("ranking_id", "professional_id"),
        UniqueConstraint("ranking_id", "pseudonym"),
    )

    ranking_id: Mapped[int] = mapped_column(ForeignKey("ranking.id", ondelete="CASCADE"))
    professional_id: Mapped[int] = mapped_column(ForeignKey("professional.id"), index=True)
    candidate_version_id: Mapped[int | None] = mapped_column(ForeignKey("candidate_version.id"), index=True)
    place: Mapped[int]
    pseudonym: Mapped[str] = mapped_column(String(16))
    section: Mapped[str] = mapped_column(String(16))
    low: Mapped[int]
    high: Mapped[int]
    body_sealed: Mapped[bytes] = sealed_column()

    body = SealedJson()

    ranking: Mapped[Ranking] = relationship(back_populates="matches")
    professional: Mapped["Professional"] = relationship(load_on_pending=True)

    @property
    def person(self) -> "User":
        """The account of who was ranked."""
        return self.professional.user


class RankingView(Identified, Base):
    """Who was shown a ranking, and when first."""

    __tablename__ = "ranking_view"
    __table_args__ = (UniqueConstraint("ranking_id", "user_id"),)

    ranking_id: Mapped[int] = mapped_column(ForeignKey("ranking.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
