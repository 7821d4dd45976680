"""What the engine read of people when they were ranked, kept so that old rankings can be computed again."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.models.base import Base, Identified
from web.models.sealed import PersonalRow, SealedJson, sealed_column

if TYPE_CHECKING:
    from web.models.professional import Professional
    from web.models.user import User


class CandidateVersion(Identified, PersonalRow, Base):
    """One state of one professional, shared by all rankings that were made while it lasted.

    Personal data: what the person states of work, languages, dates and wishes, and the summary; no identity.
    It goes with the person. `digest` is over the body, so that the same state is kept once.
    """

    __tablename__ = "candidate_version"
    __table_args__ = (UniqueConstraint("professional_id", "digest"),)

    professional_id: Mapped[int] = mapped_column(ForeignKey("professional.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64))
    body_sealed: Mapped[bytes] = sealed_column()

    body = SealedJson()

    professional: Mapped["Professional"] = relationship(load_on_pending=True)

    @property
    def person(self) -> "User":
        """The account of who was read."""
        return self.professional.user
