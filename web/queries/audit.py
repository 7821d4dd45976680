"""Reading the whole audit; only for administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry
from web.models.user import User
from web.queries.keyset import TOP, PageOfRows, Place, read_page


@dataclass(frozen=True, kw_only=True)
class ActFilter:
    """Which acts to list; each part that is given narrows the list."""

    actor_id: int | None = None
    action: str = ""
    kind: str = ""
    object_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    request_id: str = ""


def list_acts(session: Session, *, wanted: ActFilter, place: Place = TOP) -> PageOfRows[AuditEntry]:
    """Read one page of the audit, the newest first."""
    query = _filtered(wanted)
    return read_page(session, query, order=AuditEntry.id, key=AuditEntry.id, place=place, descending=True)


def list_actions(session: Session) -> list[str]:
    """List the codes of the acts there are."""
    return sorted(session.scalars(select(AuditEntry.action).distinct()))


def list_kinds(session: Session) -> list[str]:
    """List the kinds of objects that something was done to."""
    return sorted(session.scalars(select(AuditEntry.kind).distinct()))


def map_actors(session: Session, entries: Iterable[AuditEntry]) -> dict[int, User]:
    """Find who did the acts of a page, by number."""
    numbers = {entry.actor_id for entry in entries if entry.actor_id is not None}
    return {user.id: user for user in session.scalars(select(User).where(User.id.in_(numbers)))}


def _filtered(wanted: ActFilter) -> Select[AuditEntry]:
    query = select(AuditEntry)
    for column, value in (
        (AuditEntry.actor_id, wanted.actor_id),
        (AuditEntry.action, wanted.action or None),
        (AuditEntry.kind, wanted.kind or None),
        (AuditEntry.object_id, wanted.object_id),
        (AuditEntry.request_id, wanted.request_id or None),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.first_day:
        query = query.where(AuditEntry.at >= _midnight(wanted.first_day))
    if wanted.last_day:
        query = query.where(AuditEntry.at < _midnight(wanted.last_day + timedelta(days=1)))
    return query


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
