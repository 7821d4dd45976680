"""What people do with their own papers: add, replace, show to ministries or not, remove."""

from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from web.inspection import Good, Refusal
from web.models.base import now
from web.models.document import Document, DocumentCategory
from web.models.user import User
from web.services.audit import record_act
from web.services.documents.files import drop_file, keep_file
from web.services.errors import ConflictError, InvalidError
from web.services.profiles import open_profile

MOST_DOCUMENTS = 60
MOST_BYTES = 200 * 1024 * 1024


class TooManyDocumentsError(InvalidError):
    """One person keeps no more files, or bytes, than this."""


class NotOwnClaimError(InvalidError):
    """What a paper supports is an entry of the same profile."""


class AlreadyReplacedError(ConflictError):
    """Another file has taken the place of this one before."""


@dataclass(frozen=True)
class DocumentFacts:
    """What its owner says of a paper."""

    category: DocumentCategory
    name: str
    licence_id: int | None = None
    qualification_id: int | None = None
    for_ministries: bool = False


def add_document(session: Session, *, user: User, file: Good, facts: DocumentFacts) -> Document:
    """Keep a paper that was found harmless."""
    document = _keep(session, user, file, facts)
    record_act(session, actor=user, action="document.add", thing=document, category=facts.category)
    return document


def replace_document(session: Session, *, user: User, document: Document, file: Good, name: str) -> Document:
    """Put another file in the place of one; the old one stays as replaced."""
    facts = DocumentFacts(
        category=document.category,
        name=name,
        licence_id=document.licence_id,
        qualification_id=document.qualification_id,
        for_ministries=document.for_ministries,
    )
    newer = _keep(session, user, file, facts)
    replaced = session.execute(
        update(Document)
        .where(Document.id == document.id, Document.replaced_at.is_(None))
        .values(replaced_at=now(), replaced_by_id=newer.id, for_ministries=False)
        .execution_options(synchronize_session="fetch")
        .returning(Document.id)
    )
    if replaced.scalar_one_or_none() is None:
        raise AlreadyReplacedError
    record_act(session, actor=user, action="document.replace", thing=newer, replaced=document.id)
    return newer


def _keep(session: Session, user: User, file: Good, facts: DocumentFacts) -> Document:
    professional = open_profile(session, user=user)
    _check_room(session, professional.id, file.size)
    _check_own(facts.licence_id, {licence.id for licence in professional.licences})
    _check_own(facts.qualification_id, {held.id for held in professional.qualifications})
    document = Document(
        professional_id=professional.id,
        category=facts.category,
        licence_id=facts.licence_id,
        qualification_id=facts.qualification_id,
        name=facts.name,
        for_ministries=facts.for_ministries,
        kind=file.kind,
        size=file.size,
        pages=file.pages,
        sha256=file.sha256,
        key=keep_file(session, file.content, person=user, sha256=file.sha256),
    )
    session.add(document)
    session.flush()
    return document


def _check_room(session: Session, professional_id: int, size: int) -> None:
    count, taken = session.execute(
        select(func.count(Document.id), func.coalesce(func.sum(Document.size), 0)).where(
            Document.professional_id == professional_id
        )
    ).one()
    if count >= MOST_DOCUMENTS or taken + size > MOST_BYTES:
        raise TooManyDocumentsError("file")


def _check_own(claim_id: int | None, own: set[int]) -> None:
    if claim_id is not None and claim_id not in own:
        raise NotOwnClaimError("supports")


def show_to_ministries(session: Session, *, user: User, document: Document, shown: bool) -> None:
    """Note whether a ministry may see the paper once the person has said yes to it; it counts at once."""
    if not document.is_current:
        raise AlreadyReplacedError
    if document.for_ministries == shown:
        return
    document.for_ministries = shown
    session.flush()
    action = "document.show_to_ministries" if shown else "document.hide_from_ministries"
    record_act(session, actor=user, action=action, thing=document)


def remove_document(session: Session, *, user: User, document: Document) -> None:
    """Delete a paper for good: the row now, the file with the commit."""
    record_act(session, actor=user, action="document.remove", thing=document, category=document.category)
    drop_file(session, document.key)
    session.delete(document)
    session.flush()


def record_refusal(session: Session, *, user: User, refusal: Refusal) -> None:
    """Note that somebody sent a file that was not kept, and why; not one byte of it."""
    professional = open_profile(session, user=user)
    record_act(session, actor=user, action="document.refuse", thing=professional, refusal=refusal)
