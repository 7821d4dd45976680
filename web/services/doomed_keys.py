"""Destroying keys: listed in the transaction that erases somebody, destroyed once it is committed.

A transaction can be taken back and a destroyed key cannot, so the two never happen at once.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.doomed_key import DoomedKey
from web.models.outbox import OutboxMessage
from web.models.sealed import keyring_of
from web.models.user import User


def doom_keys(session: Session, key_ids: Collection[bytes]) -> None:
    """Have keys destroyed once this is committed."""
    session.add_all(DoomedKey(key_id=key_id) for key_id in key_ids)
    session.flush()


def doom_last_keys(session: Session) -> None:
    """Have the keys destroyed that only the last letters to people who were erased were sealed under."""
    waiting = select(OutboxMessage.user_id)
    erased = select(User.key_id).where(User.erased_at.is_not(None), User.id.not_in(waiting))
    doom_keys(session, session.scalars(erased.where(User.key_id.not_in(select(DoomedKey.key_id)))).all())


def destroy_doomed_keys(session: Session) -> int:
    """Destroy whatever of the list is there, also what came back with an old key store; say how many."""
    return keyring_of(session).destroy(*session.scalars(select(DoomedKey.key_id)))
