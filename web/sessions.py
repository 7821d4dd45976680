"""Who a browser is signed in as: its cookie holds an id, and the database says whether that still counts.

What belongs to the browser alone (language, notices, the token of forms) stays in the signed cookie, so that
opening a page writes nothing; see docs/adr/0010.
"""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flask import Flask, Response, g, request
from flask import session as cookie
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import login_user, logout_user
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from config import Settings
from web.db import ReadOnlyError, current_session, transaction
from web.models.base import now
from web.models.user import Role, User
from web.queries.browser_sessions import find_open_session
from web.queries.users import find_user
from web.services.browser_sessions import (
    KEPT_FOR,
    PROOF_LASTS,
    SEEN_EVERY,
    begin_session,
    end_session,
    hash_of,
    note_seen,
    renew_session,
)
from web.services.devices import read_device

# What Flask-Login hands to its loader: here the id of the session, not of the user.
SESSION_ID = "_user_id"
DEVICE_ID = "device"
LANGUAGE = "language"
# Whose password was right: user, digest of what the account was then, and when.
HALF_WAY = "half_way"
HALF_WAY_LIFETIME = timedelta(minutes=10)
# A note of when somebody was here is not worth waiting for.
PATIENCE_SECONDS = 0.05
FAILED_FROM = 500
FILES = frozenset({"static", "bootstrap.static"})

logger = logging.getLogger("sankofa.sessions")


@dataclass(frozen=True)
class OpenSession:
    """The session of this request, as far as later steps need it."""

    number: int
    role: Role
    seen_at: datetime
    proved_at: datetime | None

    @property
    def is_proved(self) -> bool:
        """Whether its owner has proved lately who they are."""
        return self.proved_at is not None and now() - self.proved_at < PROOF_LASTS


class PageSessions(SecureCookieSessionInterface):
    """Cookies of pages alone: a file kept by a cache between us and people must carry nobody's."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie with a page that changed it."""
        if request.endpoint not in FILES:
            super().save_session(app, session, response)


def init_app(app: Flask, settings: Settings) -> None:
    """Keep sessions in the database; Flask-Login is set up already."""
    app.config.update(
        SESSION_COOKIE_NAME="__Host-sankofa" if settings.production else "sankofa",
        SESSION_COOKIE_SECURE=settings.production,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # How long a device is known by its cookie. How long somebody is signed in, the database knows.
        PERMANENT_SESSION_LIFETIME=KEPT_FOR,
        # Nor does a late answer to an earlier request put an older cookie back.
        SESSION_REFRESH_EACH_REQUEST=False,
        # Flask-Login would compare network addresses, which change on the road.
        SESSION_PROTECTION=None,
    )
    app.session_interface = PageSessions()
    app.login_manager.user_loader(find_signed_in)  # type: ignore[attr-defined]
    app.login_manager.request_loader(find_nobody)  # type: ignore[attr-defined]
    app.after_request(keep_open)


def find_signed_in(session_id: str) -> User | None:
    """Find who is signed in under this id, in one query with the session itself."""
    found = find_open_session(current_session()(), id_hash=hash_of(str(session_id)), at=now())
    if found is None:
        return None
    g.open_session = OpenSession(found.id, found.user.role, found.seen_at, found.proved_at)
    return found.user


def find_nobody(_request: object) -> None:
    """Leave the cookie the only way in: Flask-Security would take tokens from headers, which nothing ends."""


def this_session() -> OpenSession:
    """Give the session of a guarded page."""
    opened: OpenSession = g.open_session
    return opened


def keep_open(response: Response) -> Response:
    """Note now and then that the session is in use; the page does not wait for it, nor fail with it."""
    opened: OpenSession | None = g.get("open_session")
    if opened is None or now() - opened.seen_at < SEEN_EVERY or response.status_code >= FAILED_FROM:
        return response
    try:
        with transaction(patience=PATIENCE_SECONDS) as session:
            note_seen(session, number=opened.number, role=opened.role)
    except (DBAPIError, ReadOnlyError) as error:
        logger.info("session %s: not noted as seen, %s", opened.number, type(error).__name__)
    return response


def sign_in(session: Session, *, user: User, session_name: str) -> None:
    """Sign the browser in under a new id, in the running transaction; it forgets what was before.

    `session_name` is that of the account whose password was checked.
    """
    begun = begin_session(
        session,
        user=user,
        session_name=session_name,
        device=read_device(request.user_agent.string),
        device_id=cookie.get(DEVICE_ID),
    )
    _forget_the_person()
    login_user(user)
    cookie.pop("_id")  # a digest of address and browser, which nobody looks at
    cookie[SESSION_ID], cookie[DEVICE_ID] = begun.session_id, begun.device_id
    cookie.permanent = True


def go_half_way(user: User) -> None:
    """Remember that the password was right. Nobody is signed in by it: a second factor is still to come."""
    cookie[HALF_WAY] = [user.id, hash_of(user.fs_uniquifier), int(now().timestamp())]


def find_half_way() -> User | None:
    """Find whose password was right in this browser a few minutes ago, unless the account changed since."""
    user_id, digest, begun = cookie.get(HALF_WAY, (0, "", 0))
    if now() - datetime.fromtimestamp(begun, UTC) > HALF_WAY_LIFETIME:
        return None
    user = find_user(current_session()(), user_id)
    return user if user and user.active and hash_of(user.fs_uniquifier) == digest else None


def prove(session: Session) -> None:
    """Note that its owner has proved once more who they are; the session goes on under a new id."""
    cookie[SESSION_ID] = renew_session(session, session_id=str(cookie[SESSION_ID]))


def sign_out() -> None:
    """End the session, so that no copy of the cookie is worth anything, and forget it here.

    Where nothing can be written, it is forgotten here all the same, and ends by its own time.
    """
    if SESSION_ID in cookie:
        try:
            with transaction() as session:
                end_session(session, session_id=str(cookie[SESSION_ID]))
        except (DBAPIError, ReadOnlyError) as error:
            logger.warning("a session was forgotten but not ended: %s", type(error).__name__)
    logout_user()
    _forget_the_person()


def forget_ended() -> bool:
    """Forget a session that has ended without its owner signing out; False if there was none."""
    return cookie.pop(SESSION_ID, None) is not None


def _forget_the_person() -> None:
    kept = {name: cookie[name] for name in (LANGUAGE, DEVICE_ID) if name in cookie}
    cookie.clear()
    cookie.update(kept)
    if DEVICE_ID in kept:
        cookie.permanent = True
    g.pop("open_session", None)
