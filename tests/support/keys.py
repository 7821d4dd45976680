"""The keys by which everything in the tests is sealed: one store for all databases of a worker."""

import atexit
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from web.keys import Keyring, KeyStore, MasterKeyText

_FOLDER = "SANKOFA_TEST_KEYS"
_IN_MEMORY = Path("/dev/shm")

if _FOLDER not in os.environ:
    # Processes that this one starts use the same keys.
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="keys-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
    atexit.register(shutil.rmtree, os.environ[_FOLDER], ignore_errors=True)

MASTER_KEY = "5a" * 32
KEY_STORE = f"sqlite:///{os.environ[_FOLDER]}/{os.environ.get('PYTEST_XDIST_WORKER', 'main')}.db"
# For the settings of an app.
KEYS = {"master_key": MASTER_KEY, "key_store": KEY_STORE}


@cache
def keyring() -> Keyring:
    """Give the keys of this process."""
    return Keyring(KeyStore(KEY_STORE), MasterKeyText(MASTER_KEY))


def save_keys() -> list[dict[str, object]]:
    """Read the key store, as nothing else could bring back a key that was destroyed."""
    with closing(sqlite3.connect(KEY_STORE.removeprefix("sqlite:///"))) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM data_key")]


def put_back_keys(saved: list[dict[str, object]]) -> None:
    """Bring back the keys that were there; those that were made since stay."""
    columns = ("name", "wrapped", "created_at", "destroyed_at")
    with closing(sqlite3.connect(KEY_STORE.removeprefix("sqlite:///"))) as connection, connection:
        connection.executemany(
            "INSERT OR REPLACE INTO data_key (name, wrapped, created_at, destroyed_at) VALUES (?, ?, ?, ?)",
            [tuple(row[column] for column in columns) for row in saved],
        )
