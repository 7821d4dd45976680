"""Beginning and ending the sessions of browsers; see docs/adr/0010."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, CursorResult, delete, select, update
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.browser_session import BrowserSession
from web.models.outbox import Message
from web.models.user import Role, User
from web.queries.browser_sessions import is_open, was_device_used, was_seen_since
from web.services.audit import record_act
from web.services.devices import Device
from web.services.errors import ConflictError
from web.services.outbox import queue_message

BYTES_OF_AN_ID = 32
# For as long a device counts as known, so for as long a row is kept after it was last used.
KEPT_FOR = timedelta(days=90)
# Often enough for a list that people read; a page more often read than that writes nothing.
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Lifetime:
    """How long a session lasts: without a page being opened, and in all."""

    idle: timedelta
    whole: timedelta


# Staff see other people's data, at desks that others pass; professionals see their own, on their telephone.
OF_STAFF = Lifetime(idle=timedelta(minutes=30), whole=timedelta(hours=12))
OF_PROFESSIONALS = Lifetime(idle=timedelta(days=14), whole=timedelta(days=30))


# For so long a proof of who somebody is holds for what cannot be undone.
PROOF_LASTS = timedelta(minutes=10)


class AccountChangedError(ConflictError):
    """Between checking the password and signing in, the account was suspended or got another password."""


@dataclass(frozen=True)
class NewSession:
    """What the browser is given: the id of its session, and one by which it is known the next time."""

    session_id: str
    device_id: str


def hash_of(secret_id: str) -> str:
    """Give what is stored of an id. It is random and long, so that one round of hashing hides it."""
    return sha256(secret_id.encode(errors="replace")).hexdigest()


def lifetime_of(role: Role) -> Lifetime:
    """Say how long somebody stays signed in."""
    return OF_PROFESSIONALS if role == Role.PROFESSIONAL else OF_STAFF


def begin_session(
    session: Session, *, user: User, session_name: str, device: Device, device_id: str | None
) -> NewSession:
    """Sign a user in under a new id, and tell them if this device was not used for the last 90 days.

    `session_name` is what the account had when the password was checked, `device_id` what the browser has
    from an earlier session, of anybody.
    """
    _hold(session, user, session_name)
    is_known = device_id is not None and _is_known(session, user, device_id)
    is_expected = is_known or _is_first(session, user)
    # A device that this account does not know gets another id. Nobody can make one known beforehand by
    # planting a cookie, and two accounts used on one device cannot be told to be so.
    begun = NewSession(_new_id(), device_id if is_known and device_id else _new_id())
    row = _make_row(user, begun, device)
    session.add(row)
    session.flush()
    if not is_expected:
        queue_message(session, message=Message.NEW_SIGN_IN, to=user, session_id=row.id)
    return begun


def _hold(session: Session, user: User, session_name: str) -> None:
    # Whoever suspends the account or changes its password comes after us and ends this session too, or has
    # come before us, and then we see it.
    query = select(User.fs_uniquifier).where(User.id == user.id, User.active)
    if session.scalar(query.with_for_update(key_share=True)) != session_name:
        raise AccountChangedError


def _is_known(session: Session, user: User, device_id: str) -> bool:
    return was_device_used(session, user_id=user.id, device_hash=hash_of(device_id), since=now() - KEPT_FOR)


def _is_first(session: Session, user: User) -> bool:
    since = now() - KEPT_FOR
    is_new = user.confirmed_at is not None and user.confirmed_at > since
    return is_new and not was_seen_since(session, user=user, since=since)


def _make_row(user: User, begun: NewSession, device: Device) -> BrowserSession:
    moment, lifetime = now(), lifetime_of(user.role)
    return BrowserSession(
        id_hash=hash_of(begun.session_id),
        user_id=user.id,
        device_hash=hash_of(begun.device_id),
        browser=device.browser,
        system=device.system,
        created_at=moment,
        seen_at=moment,
        proved_at=moment,
        idle_ends_at=moment + lifetime.idle,
        ends_at=moment + lifetime.whole,
    )


def _new_id() -> str:
    return secrets.token_urlsafe(BYTES_OF_AN_ID)


def note_seen(session: Session, *, number: int, role: Role) -> None:
    """Note that a session is in use, unless it has ended meanwhile: nothing makes it open again."""
    moment = now()
    session.execute(
        update(BrowserSession)
        .where(BrowserSession.id == number, BrowserSession.ended_at.is_(None))
        .values(seen_at=moment, idle_ends_at=moment + lifetime_of(role).idle)
    )


def renew_session(session: Session, *, session_id: str) -> str:
    """Note a new proof and give the session a new id: whoever has copied the old one is out."""
    new_id = _new_id()
    renewed = session.execute(
        update(BrowserSession)
        .where(BrowserSession.id_hash == hash_of(session_id), BrowserSession.ended_at.is_(None))
        .values(id_hash=hash_of(new_id), proved_at=now())
    )
    assert isinstance(renewed, CursorResult)
    if not renewed.rowcount:
        raise AccountChangedError
    return new_id


def hold_session(session: Session, *, number: int, at: datetime) -> bool:
    """Say whether a session is still open; if so, nobody ends it before this transaction is over."""
    query = select(BrowserSession.id).join(BrowserSession.user)
    still_open = query.where(BrowserSession.id == number, is_open(at), User.active)
    return session.scalar(still_open.with_for_update(key_share=True, of=BrowserSession)) is not None


def end_session(session: Session, *, session_id: str) -> None:
    """End the session of an id, as signing out does."""
    _end(session, BrowserSession.id_hash == hash_of(session_id))


def end_sessions_of(session: Session, *, user: User) -> None:
    """End every session of a user, because what they may do, or their password, is another now."""
    _end(session, BrowserSession.user_id == user.id)


def end_own_session(session: Session, *, user: User, ended: BrowserSession) -> None:
    """End one of the sessions that its owner sees listed."""
    if _end(session, BrowserSession.user_id == user.id, BrowserSession.id == ended.id):
        record_act(session, actor=user, action="user.end_session", thing=user, ended=ended.id)


def end_other_sessions(session: Session, *, user: User, kept: int) -> None:
    """End every session of a user but the one they do it from."""
    if ended := _end(session, BrowserSession.user_id == user.id, BrowserSession.id != kept):
        record_act(session, actor=user, action="user.end_other_sessions", thing=user, ended=ended)


def end_sessions_for(session: Session, *, actor: User, user: User, reason: str) -> None:
    """End every session of somebody else, who can sign in again."""
    ended = _end(session, BrowserSession.user_id == user.id)
    record_act(session, actor=actor, action="user.end_sessions", thing=user, reason=reason, ended=ended)


def _end(session: Session, *which: ColumnElement[bool]) -> int:
    ended = session.execute(
        update(BrowserSession).where(BrowserSession.ended_at.is_(None), *which).values(ended_at=now())
    )
    assert isinstance(ended, CursorResult)
    return int(ended.rowcount)


def delete_old_sessions(session: Session) -> int:
    """Delete what was last used so long ago that not even its device counts as known, and count it."""
    deleted = session.execute(delete(BrowserSession).where(BrowserSession.seen_at < now() - KEPT_FOR))
    assert isinstance(deleted, CursorResult)
    return int(deleted.rowcount)
