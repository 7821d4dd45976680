"""Browsers that are signed in already."""

from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import select

from tests.factories.base import bound_session
from tests.factories.people import BrowserSessionFactory
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.models.user import User
from web.services.browser_sessions import hash_of
from web.sessions import HALF_WAY, SESSION_ID

# However long a run takes: what lasts ten minutes counts from then where pages are opened early, used late.
LONGEST_RUN = timedelta(hours=2)


def open_session(user: User, session_id: str) -> None:
    """Note that a user is signed in under an id, again if a test has signed them out."""
    id_hash = hash_of(session_id)
    known = bound_session().scalar(select(BrowserSession).where(BrowserSession.id_hash == id_hash))
    if known:
        known.ended_at = None
    else:
        BrowserSessionFactory(user=user, id_hash=id_hash)


def hold_half_way(client: FlaskClient, user: User) -> None:
    """Give a browser the mark that a user's password was right, and nothing else."""
    with client.session_transaction() as cookie:
        cookie.clear()
        cookie[HALF_WAY] = [user.id, hash_of(user.fs_uniquifier), int((now() + LONGEST_RUN).timestamp())]


def hold(client: FlaskClient, session_id: str) -> None:
    """Give a browser the id, and nothing else."""
    with client.session_transaction() as cookie:
        cookie.clear()
        cookie[SESSION_ID] = session_id
