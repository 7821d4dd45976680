"""Keys: one for each person, kept apart from the data that they seal.

All that people say in words of their own, and all that leads to who they are, is sealed under a key of
theirs. To erase somebody is to destroy that key: docs/adr/0013.
"""

from web.keys.envelope import BrokenSealError
from web.keys.keyring import KeyDestroyedError, KeyMissingError, Keyring
from web.keys.master import MasterKeyError, MasterKeyFile, MasterKeys, MasterKeyText
from web.keys.store import KeyStore

__all__ = [
    "BrokenSealError",
    "KeyDestroyedError",
    "KeyMissingError",
    "KeyStore",
    "Keyring",
    "MasterKeyError",
    "MasterKeyFile",
    "MasterKeyText",
    "MasterKeys",
]
