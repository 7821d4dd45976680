"""Reading papers: one's own, those of people on the roster, those shown to a ministry."""

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.base import now
from web.models.document import Document, DocumentAnswer
from web.models.placement import Placement
from web.models.professional import Consent, ConsentPurpose, Professional, ProfessionalStatus
from web.models.user import Role, User
from web.models.vacancy import Vacancy


def find_document(session: Session, document_id: int) -> Document | None:
    """Find a paper with whose it is and what they agreed to; ask permissions before showing it."""
    return session.scalar(
        select(Document)
        .where(Document.id == document_id)
        .options(
            joinedload(Document.professional).selectinload(Professional.consents),
            joinedload(Document.professional).joinedload(Professional.identity),
            joinedload(Document.licence),
            joinedload(Document.qualification),
        )
    )


def list_documents(session: Session, *, visible_to: User, professional_id: int) -> list[Document]:
    """List the papers of one person, newest first: all to themselves, to coordinators once on the roster."""
    query = (
        select(Document)
        .join(Document.professional)
        .where(Document.professional_id == professional_id, _visible(visible_to))
        .options(joinedload(Document.licence), joinedload(Document.qualification))
    )
    return list(session.scalars(query.order_by(Document.uploaded_at.desc(), Document.id.desc())))


def _visible(user: User) -> ColumnElement[bool]:
    if user.role == Role.PROFESSIONAL:
        return Professional.user_id == user.id
    if user.role == Role.COORDINATOR:
        return Professional.status != ProfessionalStatus.DRAFT
    # A ministry sees papers in a case, and only there.
    return false()


def count_current_documents(session: Session, *, visible_to: User) -> int:
    """Count the user's own papers, but for those that were replaced."""
    query = (
        select(func.count(Document.id))
        .join(Document.professional)
        .where(Professional.user_id == visible_to.id, Document.replaced_at.is_(None))
    )
    return session.scalar(query) or 0


def list_better_needed(session: Session, *, visible_to: User) -> list[Document]:
    """List the user's own papers of which a coordinator needs better ones, asked longest ago first."""
    query = (
        select(Document)
        .join(Document.professional)
        .where(
            Professional.user_id == visible_to.id,
            Document.replaced_at.is_(None),
            Document.answer == DocumentAnswer.BETTER_NEEDED,
        )
        .order_by(Document.answered_at, Document.id)
    )
    return list(session.scalars(query))


def list_disclosed_documents(session: Session, *, visible_to: User, placement: Placement) -> list[Document]:
    """List what a ministry may see in a case: while the yes counts, only what is marked for ministries."""
    query = (
        select(Document)
        .where(_disclosed(visible_to, placement))
        .options(selectinload(Document.licence), selectinload(Document.qualification))
    )
    return list(session.scalars(query.order_by(Document.uploaded_at.desc(), Document.id.desc())))


def _disclosed(user: User, placement: Placement) -> ColumnElement[bool]:
    yes = (
        select(Consent.id)
        .join(Vacancy, Vacancy.id == Consent.vacancy_id)
        .where(
            Consent.professional_id == Document.professional_id,
            Consent.purpose == ConsentPurpose.DISCLOSURE,
            Consent.withdrawn_at.is_(None),
            or_(Consent.ends_on.is_(None), Consent.ends_on >= now().date()),
            Consent.vacancy_id == placement.vacancy_id,
            Vacancy.ministry_id == user.ministry_id,
        )
    )
    return and_(
        Document.professional_id == placement.professional_id,
        Document.for_ministries,
        Document.replaced_at.is_(None),
        yes.exists(),
    )
