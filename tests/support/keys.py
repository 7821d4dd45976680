"""The keys by which everything in the tests is sealed: one store for all databases of a worker."""

import atexit
import os
import shutil
import tempfile
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
