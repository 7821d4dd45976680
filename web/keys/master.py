"""The master key: what wraps everybody's keys. It comes from a file or from the environment.

There may be several, the first wraps and all of them open: so one can take the place of another.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from web.keys.envelope import KEY_BYTES, NONCE_BYTES

_MARK_BYTES = 8
_NONCE_AT = _MARK_BYTES
_KEY_AT = _MARK_BYTES + NONCE_BYTES


class MasterKeyError(ValueError):
    """There is no master key that can be used; the message says what to do."""


@dataclass(frozen=True)
class MasterKeys:
    """The master keys of one moment, the one that wraps first."""

    keys: tuple[bytes, ...]

    def wrap(self, key: bytes, name: bytes) -> bytes:
        """Wrap the key that is stored under a name."""
        nonce = os.urandom(NONCE_BYTES)
        first = self.keys[0]
        return mark_of(first) + nonce + AESGCM(first).encrypt(nonce, key, name)

    def unwrap(self, wrapped: bytes, name: bytes) -> bytes:
        """Give the key that is stored under a name."""
        for key in self.keys:
            if wrapped.startswith(mark_of(key)):
                return _unwrap(key, wrapped, name)
        raise MasterKeyError("the keys are wrapped by a master key that is not here")


def _unwrap(key: bytes, wrapped: bytes, name: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped[_NONCE_AT:_KEY_AT], wrapped[_KEY_AT:], name)
    except InvalidTag:
        raise MasterKeyError("a stored key was changed, or moved to another person") from None


def mark_of(key: bytes) -> bytes:
    """Tell master keys apart without giving them away."""
    return hashlib.sha256(b"sankofa master key" + key).digest()[:_MARK_BYTES]


class MasterKeySource(Protocol):
    """Where master keys come from."""

    def read(self) -> MasterKeys:
        """Give the master keys as they are now."""


@dataclass(frozen=True)
class MasterKeyText:
    """Master keys from the environment: hexadecimal, the one that wraps first, separated by commas."""

    text: str

    def read(self) -> MasterKeys:
        """Give them; they never change while the service runs."""
        return _parse(self.text.split(","))


@dataclass(frozen=True)
class MasterKeyFile:
    """Master keys in a file only its owner may read: one a line in hexadecimal, first the one that wraps."""

    path: Path

    def read(self) -> MasterKeys:
        """Give them as the file has them now: another process may have renewed them."""
        try:
            return _parse(self.path.read_text().split())
        except FileNotFoundError:
            raise MasterKeyError(f"there is no master key in {self.path}") from None

    def create(self) -> None:
        """Make a file with a first key, unless there is one."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._write([_new_key()], replace=False)

    def add(self) -> None:
        """Put a new key before the others."""
        self._write([_new_key(), *self.read().keys])

    def keep_first(self) -> None:
        """Leave out all but the key that wraps."""
        self._write(self.read().keys[:1])

    def _write(self, keys: Iterable[bytes], *, replace: bool = True) -> None:
        with tempfile.NamedTemporaryFile(
            "w", dir=self.path.parent, delete=False
        ) as file:  # readable by us only
            try:
                file.writelines(f"{key.hex()}\n" for key in keys)
                file.flush()
                os.fsync(file.fileno())
                _put(Path(file.name), self.path, replace=replace)
            finally:
                Path(file.name).unlink(missing_ok=True)


def _put(written: Path, path: Path, *, replace: bool) -> None:
    if replace:
        written.replace(path)
        return
    try:
        path.hardlink_to(written)
    except FileExistsError:
        return  # another process that started at the same moment was quicker


def _new_key() -> bytes:
    return AESGCM.generate_key(KEY_BYTES * 8)


def _parse(words: Iterable[str]) -> MasterKeys:
    try:
        keys = tuple(bytes.fromhex(word) for word in words if word.strip())
    except ValueError:
        raise MasterKeyError("a master key is written in hexadecimal digits") from None
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise MasterKeyError(f"a master key is {2 * KEY_BYTES} hexadecimal digits")
    return MasterKeys(keys)
