"""A device with a passkey, in software: it answers as a real one would, or as a forger might."""

import json
import secrets
from hashlib import sha256

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url

PARTY = "localhost"
ORIGIN = "http://localhost:5000"
USER_PRESENT, HAS_KEY = 0x01, 0x40
# COSE: an elliptic curve key for ES256 on P-256.
EC2, ES256, P256 = 2, -7, 1


class SoftKey:
    """One key pair; `count` is how often it has signed, always 0 where devices share it."""

    def __init__(self, *, origin: str = ORIGIN, party: str = PARTY, shared: bool = False) -> None:
        self.origin, self.party = origin, party
        self.number = secrets.token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.count, self.shared = 0, shared

    def make(self, challenge: bytes) -> str:
        """Answer a challenge to make a passkey."""
        parts = self.key.public_key().public_numbers()
        public = {1: EC2, 3: ES256, -1: P256, -2: parts.x.to_bytes(32), -3: parts.y.to_bytes(32)}
        held = bytes(16) + len(self.number).to_bytes(2) + self.number + cbor2.dumps(public)
        attested = {"fmt": "none", "attStmt": {}, "authData": self._said(HAS_KEY) + held}
        return self._answer("webauthn.create", challenge, attestationObject=cbor2.dumps(attested))

    def use(self, challenge: bytes, *, present: bool = True) -> str:
        """Answer a challenge to use the passkey."""
        self.count += not self.shared
        said = self._said(0, present=present)
        seen = sha256(self._client_data("webauthn.get", challenge)).digest()
        signature = self.key.sign(said + seen, ec.ECDSA(SHA256()))
        return self._answer("webauthn.get", challenge, authenticatorData=said, signature=signature)

    def _said(self, flags: int, *, present: bool = True) -> bytes:
        flags |= USER_PRESENT if present else 0
        return sha256(self.party.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _client_data(self, kind: str, challenge: bytes) -> bytes:
        data = {"type": kind, "challenge": bytes_to_base64url(challenge), "origin": self.origin}
        return json.dumps(data).encode()

    def _answer(self, kind: str, challenge: bytes, **parts: bytes) -> str:
        parts["clientDataJSON"] = self._client_data(kind, challenge)
        number = bytes_to_base64url(self.number)
        response = {name: bytes_to_base64url(part) for name, part in parts.items()}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": response})
