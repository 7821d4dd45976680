"""What the engine read of people when they were ranked, kept so that old rankings can be computed again."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from web.models.base import Base, Identified


class CandidateVersion(Identified, Base):
    """One state of one professional, shared by all rankings that were made while it lasted.

    Personal data: what the person states of work, languages, dates and wishes, and the summary; no identity.
    It goes with the person. `digest` is over the body, so that the same state is kept once.
    """

    __tablename__ = "candidate_version"
    __table_args__ = (UniqueConstraint("professional_id", "digest"),)

    professional_id: Mapped[int] = mapped_column(ForeignKey("professional.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
