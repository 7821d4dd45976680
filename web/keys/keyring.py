"""Everybody's keys, as the service uses them: sealing, opening, finding by what is sealed, destroying."""

import hashlib
import hmac
import os
import time
from collections.abc import Collection
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from web.keys.envelope import KEY_BYTES, KEY_ID_BYTES, key_id_of, open_sealed, seal
from web.keys.master import MasterKeyFile, MasterKeySource
from web.keys.store import KeyStore

# Under this name stands the key that finds people by what is sealed; it has no person.
INDEX_KEY = bytes(KEY_ID_BYTES)
# How long an opened key is kept in memory. What another process destroys is gone here after this time.
KEPT_SECONDS = 30.0


class KeyDestroyedError(LookupError):
    """The key was destroyed: whoever it belonged to is erased."""


class KeyMissingError(LookupError):
    """The store knows nothing of the key: it is not the store of this database."""


class _Kept(NamedTuple):
    until: float
    key: bytes
    cipher: AESGCM


class Keyring:
    """Keys of people by their numbers; wrapped in a store, opened while they are in use."""

    def __init__(self, store: KeyStore, source: MasterKeySource) -> None:
        self._store = store
        self._source = source
        self._open: dict[bytes, _Kept] = {}
        self._tidied_at = time.monotonic()
        self._store.ensure(INDEX_KEY, self._wrap_new)

    def new_keys(self, count: int = 1) -> list[bytes]:
        """Make keys for so many people and give their numbers."""
        numbers = [os.urandom(KEY_ID_BYTES) for _ in range(count)]
        if numbers:
            self._store.add(numbers, self._wrap_new)
        return numbers

    def seal(self, key_id: bytes, text: bytes, place: str) -> bytes:
        """Seal a text of a person for its place, which is `table:row:column`."""
        return seal(self._cipher(key_id), key_id, text, place)

    def open(self, sealed: bytes, place: str) -> bytes:
        """Open a sealed text; raises KeyDestroyedError or BrokenSealError."""
        return open_sealed(self._cipher(key_id_of(sealed)), sealed, place)

    def blind_index(self, kind: str, text: str) -> str:
        """Make the one code by which rows with this text are found, and from which it cannot be read."""
        return hmac.new(self._kept(INDEX_KEY).key, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()

    def warm(self, key_ids: Collection[bytes]) -> None:
        """Open the keys of many people at once, because their texts are read next."""
        self._fetch(key_ids)

    def destroy(self, *key_ids: bytes) -> int:
        """Make what is sealed under keys unreadable, for good and everywhere; say how many there were."""
        there = [key_id for key_id, wrapped in self._store.find(key_ids).items() if wrapped is not None]
        for key_id in there:
            self._store.destroy(key_id)
            self._open.pop(key_id, None)
        return len(there)

    def list_keys(self) -> dict[bytes, bool]:
        """List everybody's keys and whether they are still there, having opened each that is."""
        masters = self._source.read()
        kept = dict(self._store.wrapped_keys())
        for key_id, wrapped in kept.items():
            if wrapped is not None:
                masters.unwrap(wrapped, key_id)
        return {key_id: wrapped is not None for key_id, wrapped in kept.items() if key_id != INDEX_KEY}

    def renew_master(self) -> int:
        """Wrap all keys anew, by a new master key if it stands in a file; say how many keys there are."""
        if isinstance(self._source, MasterKeyFile):
            self._source.add()
        count = self._store.rewrap(self._wrap_anew)
        if isinstance(self._source, MasterKeyFile):
            self._source.keep_first()
        return count

    def _wrap_anew(self, name: bytes, wrapped: bytes) -> bytes:
        masters = self._source.read()
        return masters.wrap(masters.unwrap(wrapped, name), name)

    def _wrap_new(self, name: bytes) -> bytes:
        return self._source.read().wrap(os.urandom(KEY_BYTES), name)

    def _cipher(self, key_id: bytes) -> AESGCM:
        return self._kept(key_id).cipher

    def _kept(self, key_id: bytes) -> _Kept:
        kept = self._open.get(key_id)
        if kept is None or kept.until < time.monotonic():
            kept = self._fetch([key_id])[key_id]
        return kept

    def _fetch(self, key_ids: Collection[bytes]) -> dict[bytes, _Kept]:
        """Open keys and keep them for a while."""
        moment = time.monotonic()
        self._tidy(moment)
        masters = self._source.read()
        fetched: dict[bytes, _Kept] = {}
        stored = self._store.find(key_ids)
        for key_id in key_ids:
            if key_id not in stored:
                raise KeyMissingError(key_id.hex())
            wrapped = stored[key_id]
            if wrapped is None:
                raise KeyDestroyedError(key_id.hex())
            key = masters.unwrap(wrapped, key_id)
            fetched[key_id] = _Kept(moment + KEPT_SECONDS, key, AESGCM(key))
        self._open.update(fetched)
        return fetched

    def _tidy(self, moment: float) -> None:
        """Let go of keys whose time is over; now and then, as it means going through all of them."""
        if moment - self._tidied_at > KEPT_SECONDS:
            self._tidied_at = moment
            for key_id, kept in list(self._open.items()):
                if kept.until < moment:
                    self._open.pop(key_id, None)
