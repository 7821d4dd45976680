"""Reading papers as coordinators answer them."""

from enum import StrEnum

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload

from web.models.document import Document, DocumentAnswer
from web.models.professional import Professional, ProfessionalStatus
from web.models.user import Role, User
from web.queries.keyset import PAGE_SIZE, TOP, PageOfRows, Place, read_page


class DocumentQueue(StrEnum):
    """Which papers to list; those that were replaced are in none."""

    WAITING = "waiting"
    BETTER_NEEDED = "better_needed"
    ACCEPTED = "accepted"


def list_documents_to_answer(
    session: Session,
    *,
    visible_to: User,
    queue: DocumentQueue = DocumentQueue.WAITING,
    place: Place = TOP,
    size: int = PAGE_SIZE,
) -> PageOfRows[Document]:
    """Read one page of a queue: what waits longest first, of what is answered the latest."""
    waits = queue == DocumentQueue.WAITING
    query = (
        _visible(visible_to)
        .where(_in_queue(queue))
        .options(
            joinedload(Document.professional).joinedload(Professional.identity),
            joinedload(Document.licence),
            joinedload(Document.qualification),
        )
    )
    order = Document.uploaded_at if waits else Document.answered_at
    return read_page(
        session, query, order=order, key=Document.id, place=place, descending=not waits, size=size
    )


def count_documents_to_answer(session: Session, *, visible_to: User) -> dict[DocumentQueue, int]:
    """Count the papers of every queue."""
    counts = [func.count().filter(_in_queue(queue)) for queue in DocumentQueue]
    row = session.execute(_visible(visible_to).with_only_columns(*counts)).one()
    return dict(zip(DocumentQueue, row, strict=True))


def _visible(user: User) -> Select[Document]:
    query = select(Document).join(Document.professional).where(Document.replaced_at.is_(None))
    if user.role != Role.COORDINATOR:
        return query.where(Document.id.is_(None))
    return query.where(Professional.status != ProfessionalStatus.DRAFT)


def _in_queue(queue: DocumentQueue) -> ColumnElement[bool]:
    if queue == DocumentQueue.WAITING:
        return Document.answer.is_(None)
    return Document.answer == DocumentAnswer(queue.value)
