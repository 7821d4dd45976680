"""Reading who opened somebody's file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry
from web.models.document import Document
from web.models.ministry import Ministry
from web.models.professional import Consent, Professional
from web.models.user import User
from web.models.vacancy import Vacancy

PAGE = 50
Row = TypeVar("Row", Ministry, Vacancy, Consent, Document)


@dataclass(frozen=True)
class OpeningRow:
    """One note: the act, and what the numbers in it stand for, as far as it is still there."""

    act: AuditEntry
    ministry: Ministry | None
    vacancy: Vacancy | None
    consent: Consent | None
    document: Document | None


def list_openings(
    session: Session,
    *,
    visible_to: User,
    actions: Collection[str],
    before: int | None = None,
    limit: int = PAGE,
) -> list[OpeningRow]:
    """List by whom the user's own file was opened, the latest first; never by themselves."""
    query = (
        select(AuditEntry)
        .where(
            _is_own(session, visible_to),
            AuditEntry.action.in_(actions),
            AuditEntry.actor_id != visible_to.id,
        )
        .order_by(AuditEntry.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return _with_names(session, session.scalars(query).all())


def _is_own(session: Session, user: User) -> ColumnElement[bool]:
    """Select the acts on what belongs to the user: the profile, and papers, also those that are gone."""
    profile = session.scalar(select(Professional.id).where(Professional.user_id == user.id))
    of_profile = and_(AuditEntry.kind == Professional.__tablename__, AuditEntry.object_id == profile)
    paper_of = AuditEntry.details["professional"].as_integer()
    return or_(of_profile, and_(AuditEntry.kind == Document.__tablename__, paper_of == profile))


def _with_names(session: Session, acts: Sequence[AuditEntry]) -> list[OpeningRow]:
    ministries = _map(session, Ministry, _numbers(acts, "ministry"))
    vacancies = _map(session, Vacancy, _numbers(acts, "vacancy"))
    consents = _map(session, Consent, _numbers(acts, "consent"))
    papers = {act.object_id for act in acts if act.kind == Document.__tablename__}
    documents = _map(session, Document, papers)
    return [
        OpeningRow(
            act,
            ministries.get(act.details.get("ministry")),
            vacancies.get(act.details.get("vacancy")),
            consents.get(act.details.get("consent")),
            documents.get(act.object_id) if act.kind == Document.__tablename__ else None,
        )
        for act in acts
    ]


def _numbers(acts: Sequence[AuditEntry], name: str) -> set[int]:
    return {number for act in acts if (number := act.details.get(name)) is not None}


def _map(session: Session, model: type[Row], numbers: set[int]) -> dict[int | None, Row]:
    return {row.id: row for row in session.scalars(select(model).where(model.id.in_(numbers)))}
