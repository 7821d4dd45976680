"""Whether the key store and the database belong together: a key for everybody, and nobody's key left over."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.sealed import keyring_of
from web.models.sealing import list_key_ids
from web.models.user import User


@dataclass(frozen=True)
class KeysFound:
    """How many keys are there, were destroyed, or belong to nobody; and whose is missing, by account."""

    there: int
    destroyed: int
    unused: int
    missing: Sequence[int]


def check_keys(session: Session) -> KeysFound:
    """Open every key, and hold the store to the accounts; raises MasterKeyError where one does not open."""
    stored = keyring_of(session).list_keys()
    owners = {key_id: number for number, key_id in session.execute(select(User.id, User.key_id))}
    there = {key_id for key_id, is_there in stored.items() if is_there}
    return KeysFound(
        there=len(there),
        destroyed=len(stored) - len(there),
        unused=len(there - list_key_ids(session)),
        missing=sorted(number for key_id, number in owners.items() if key_id not in stored),
    )
