"""Keys follow the list of the erased, and nothing else: what another database needs is never touched."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from tests.factories.professionals import ActiveProfessionalFactory
from tests.factories.scenes import make_scene
from tests.support.keys import KEY_STORE, keyring, put_back_keys, save_keys
from web.keys import KeyStore
from web.models.base import now
from web.services.doomed_keys import destroy_doomed_keys
from web.services.erasure import erase_professional
from web.tasks.remove_expired import remove_expired

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def store():
    """The keys of this process as they are kept."""
    store = KeyStore(KEY_STORE)
    yield store
    store.close()


def test_keys_that_come_back_with_an_old_store_are_destroyed_again(session, app, store):
    person = ActiveProfessionalFactory().user
    session.commit()
    saved, key_id = save_keys(), person.key_id
    erase_professional(session, actor=person, user=person)
    session.commit()
    assert destroy_doomed_keys(session) == 1
    put_back_keys(saved)
    assert store.find([key_id])[key_id]
    remove_expired(app)
    assert store.find([key_id]) == {key_id: None}


def test_keys_of_another_database_stay(session, app, store):
    """Somebody starts the service with the address of one database and the key store of another."""
    make_scene()
    session.commit()
    others = keyring().new_keys(3)
    long_ago = (now() - timedelta(days=400)).isoformat()
    with closing(sqlite3.connect(KEY_STORE.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute("UPDATE data_key SET created_at = ?", [long_ago])
    before = store.wrapped_keys()
    remove_expired(app)
    assert store.wrapped_keys() == before
    assert all(store.find(others).values())
