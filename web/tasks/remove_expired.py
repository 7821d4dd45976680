"""Removing what is past its time, and the keys of those who are gone."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from web.db import current_session, transaction
from web.models.base import now
from web.models.outbox import OutboxMessage
from web.models.sealed import keyring_of
from web.models.sealing import list_key_ids
from web.models.user import User
from web.services.retention import Swept, sweep

# A key is made before the account that it is for is committed.
UNUSED_FOR = timedelta(days=1)


def remove_expired(app: Flask) -> list[Swept]:
    """Carry out the rules, then destroy keys that nobody has or that nothing is sealed under any more."""
    with app.app_context():
        with transaction() as session:
            swept = list(sweep(session, at=now()))
        _destroy_keys()
    return swept


def _destroy_keys() -> None:
    session = current_session()()
    waiting = select(OutboxMessage.user_id)
    empty = select(User.key_id).where(User.erased_at.is_not(None), User.id.not_in(waiting))
    gone = set(session.scalars(empty))
    used = list_key_ids(session) - gone
    if keyring_of(session).destroy_unused(used, at_once=gone, before=now() - UNUSED_FOR):
        keyring_of(session).renew_master()
