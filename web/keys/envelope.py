"""Bytes that one key opens, in one place only.

A sealed text is 0x01, the number of the key (16 bytes), a chance number used once (12), and what AES-256-GCM
makes of the text and its place (16 bytes longer than the text). The place is `table:row:column`: moved to
another row, or to another column of its row, a sealed text does not open.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
KEY_ID_BYTES = 16
NONCE_BYTES = 12
LAYOUT = b"\x01"
_NONCE_AT = len(LAYOUT) + KEY_ID_BYTES
_TEXT_AT = _NONCE_AT + NONCE_BYTES


class BrokenSealError(ValueError):
    """What is stored was changed, moved from its place, or sealed under another key."""


def seal(cipher: AESGCM, key_id: bytes, text: bytes, place: str) -> bytes:
    """Seal a text for its place."""
    nonce = os.urandom(NONCE_BYTES)
    return LAYOUT + key_id + nonce + cipher.encrypt(nonce, text, place.encode())


def key_id_of(sealed: bytes) -> bytes:
    """Read which key opens a sealed text."""
    if len(sealed) < _TEXT_AT or not sealed.startswith(LAYOUT):
        raise BrokenSealError("this is no sealed text")
    return sealed[len(LAYOUT) : _NONCE_AT]


def open_sealed(cipher: AESGCM, sealed: bytes, place: str) -> bytes:
    """Open a text that was sealed for this place."""
    try:
        return cipher.decrypt(sealed[_NONCE_AT:_TEXT_AT], sealed[_TEXT_AT:], place.encode())
    except InvalidTag:
        raise BrokenSealError(f"{place} does not open") from None
