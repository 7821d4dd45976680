"""Papers that a professional has sent: what they are, what they support, and who may see them."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from web.inspection import FileKind
from web.models.base import Base, Identified, UTCDateTime, now, text_enum
from web.models.sealed import PersonalRow, SealedText, sealed_if_any

if TYPE_CHECKING:
    from web.models.claims import Licence, Qualification
    from web.models.professional import Professional
    from web.models.user import User


class DocumentCategory(StrEnum):
    """What a paper is."""

    DIPLOMA = "diploma"
    LICENCE = "licence"
    IDENTITY_PAPER = "identity_paper"
    CV = "cv"
    REFERENCE = "reference"
    OTHER = "other"


class DocumentAnswer(StrEnum):
    """What a coordinator says of a paper."""

    ACCEPTED = "accepted"
    BETTER_NEEDED = "better_needed"


class DocumentFault(StrEnum):
    """Why a better paper is needed."""

    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"
    ANOTHER_PAPER = "another_paper"
    ANOTHER_PERSON = "another_person"
    OUT_OF_DATE = "out_of_date"
    NOT_TRANSLATED = "not_translated"


class Document(Identified, PersonalRow, Base):
    """One file that was found harmless and is kept under a name of ours, `key`.

    A file is never changed: a better one replaces it, and the old one stays for whoever decided on it.
    A coordinator's answer is about this file alone: the one that takes its place waits for its own.
    """

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("size > 0", name="size"),
        CheckConstraint("replaced_by_id IS NULL OR replaced_at IS NOT NULL", name="replaced"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer"),
        CheckConstraint(
            "(fault IS NOT NULL) = (answer IS NOT NULL AND answer = 'better_needed')", name="fault"
        ),
    )

    professional_id: Mapped[int] = mapped_column(
        ForeignKey("professional.id", ondelete="CASCADE"), index=True
    )
    category: Mapped[DocumentCategory] = mapped_column(text_enum(DocumentCategory))
    licence_id: Mapped[int | None] = mapped_column(ForeignKey("licence.id", ondelete="SET NULL"), index=True)
    qualification_id: Mapped[int | None] = mapped_column(
        ForeignKey("qualification.id", ondelete="SET NULL"), index=True
    )
    name_sealed: Mapped[bytes | None] = sealed_if_any()
    kind: Mapped[FileKind] = mapped_column(text_enum(FileKind))
    size: Mapped[int]
    pages: Mapped[int | None]
    sha256: Mapped[str] = mapped_column(String(64))
    key: Mapped[str] = mapped_column(String(64), unique=True)
    for_ministries: Mapped[bool] = mapped_column(default=False)
    uploaded_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    replaced_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), index=True
    )
    replaced_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    answer: Mapped[DocumentAnswer | None] = mapped_column(text_enum(DocumentAnswer))
    fault: Mapped[DocumentFault | None] = mapped_column(text_enum(DocumentFault))
    answer_note_sealed: Mapped[bytes | None] = sealed_if_any()
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    name = SealedText()
    answer_note = SealedText()

    professional: Mapped["Professional"] = relationship(load_on_pending=True)
    licence: Mapped["Licence | None"] = relationship()
    qualification: Mapped["Qualification | None"] = relationship()
    answered_by: Mapped["User | None"] = relationship(foreign_keys=[answered_by_id])

    @property
    def person(self) -> "User":
        """The account of whose paper it is; its key seals the file as well."""
        return self.professional.user

    @property
    def is_current(self) -> bool:
        """Whether no other file has taken its place."""
        return self.replaced_at is None
