"""Reading where people are signed in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, contains_eager

from web.models.browser_session import BrowserSession
from web.models.user import User


def is_open(at: datetime) -> ColumnElement[bool]:
    """Say whether a session still counts at this moment, as a condition of a query."""
    return and_(
        BrowserSession.ended_at.is_(None), BrowserSession.idle_ends_at > at, BrowserSession.ends_at > at
    )


def find_open_session(session: Session, *, id_hash: str, at: datetime) -> BrowserSession | None:
    """Find the open session of an id together with its user, unless they are suspended."""
    return session.scalar(
        select(BrowserSession)
        .join(BrowserSession.user)
        .where(BrowserSession.id_hash == id_hash, is_open(at), User.active)
        .options(contains_eager(BrowserSession.user))
    )


def find_session(session: Session, number: int) -> BrowserSession | None:
    """Find a session by its number."""
    return session.get(BrowserSession, number)


def list_open_sessions(session: Session, *, user: User, at: datetime) -> Sequence[BrowserSession]:
    """List where one person is signed in, what was used last first."""
    query = select(BrowserSession).where(BrowserSession.user_id == user.id, is_open(at))
    return session.scalars(query.order_by(BrowserSession.seen_at.desc(), BrowserSession.id.desc())).all()


def count_open_sessions(session: Session, *, user: User, at: datetime) -> int:
    """Count where one person is signed in."""
    query = select(func.count()).where(BrowserSession.user_id == user.id, is_open(at))
    return session.scalar(query) or 0


def was_seen_since(session: Session, *, user: User, since: datetime) -> bool:
    """Say whether somebody was signed in since then, anywhere."""
    return bool(session.scalar(select(exists(_seen(user.id, since)))))


def was_device_used(session: Session, *, user_id: int, device_hash: str, since: datetime) -> bool:
    """Say whether somebody was signed in since then on one device."""
    seen = _seen(user_id, since).where(BrowserSession.device_hash == device_hash)
    return bool(session.scalar(select(exists(seen))))


def _seen(user_id: int, since: datetime) -> Select[int]:
    return select(BrowserSession.id).where(BrowserSession.user_id == user_id, BrowserSession.seen_at > since)
