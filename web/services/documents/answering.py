"""A coordinator's answer to a paper: it can be used, or a better one is needed and why."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.document import Document, DocumentAnswer, DocumentFault
from web.models.outbox import Message
from web.models.user import Role, User
from web.services.audit import record_act
from web.services.documents.keeping import AlreadyReplacedError
from web.services.errors import InvalidError, StaleError
from web.services.outbox import queue_message


class NotAnswererError(InvalidError):
    """Only coordinators answer papers."""


class FaultMissingError(InvalidError):
    """Whoever is asked for a better paper has to know what is wrong with this one."""


def answer_state(document: Document) -> str:
    """Sum up what is answered so far; a form carries it, so that no answer of a colleague is lost unseen."""
    return document.answered_at.isoformat() if document.answered_at else ""


def answer_document(
    session: Session,
    *,
    actor: User,
    document: Document,
    answer: DocumentAnswer,
    fault: DocumentFault | None = None,
    note: str = "",
    expected_state: str | None = None,
) -> None:
    """Answer a paper, or answer it anew; who has to send a better one gets a letter.

    `expected_state` is answer_state() as the coordinator read it; None trusts the document given.
    """
    if actor.role != Role.COORDINATOR:
        raise NotAnswererError
    is_good = answer == DocumentAnswer.ACCEPTED
    if not is_good and fault is None:
        raise FaultMissingError("fault")
    stored = _lock(session, document)
    if expected_state is not None and answer_state(stored) != expected_state:
        raise StaleError
    if not stored.is_current:
        raise AlreadyReplacedError
    stored.answer, stored.fault = answer, None if is_good else fault
    stored.answer_note = note
    stored.answered_by_id, stored.answered_at = actor.id, now()
    session.flush()
    record_act(
        session,
        actor=actor,
        action="document.answer",
        thing=stored,
        answer=answer.value,
        fault=stored.fault.value if stored.fault else None,
    )
    if not is_good:
        queue_message(
            session,
            message=Message.DOCUMENT_BETTER_NEEDED,
            to=stored.professional.user,
            fault=stored.fault,
        )


def _lock(session: Session, document: Document) -> Document:
    """Read the paper as it stands while its owner can neither replace nor remove it."""
    stored = session.scalar(
        select(Document)
        .where(Document.id == document.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if stored is None:
        raise StaleError
    return stored
