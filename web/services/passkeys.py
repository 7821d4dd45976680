"""Passkeys (WebAuthn): a device signs a challenge that this service set, at its own address and no other."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import CursorResult, delete, or_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from web.models.base import now
from web.models.second_factor import Passkey, SpentChallenge
from web.models.user import User
from web.queries.second_factors import list_passkeys
from web.services.account_notices import Notice
from web.services.errors import InvalidError
from web.services.second_factors import hold_account, note_factor_added, note_factor_removed

CHALLENGE_BYTES = 32
LIFETIME = timedelta(minutes=10)
MOST_PASSKEYS = 10


class PasskeyRefusedError(InvalidError):
    """What the device sent does not answer our challenge, or answered it before: which, nobody is told."""


class TooManyPasskeysError(InvalidError):
    """Nobody has so many devices."""


@dataclass(frozen=True)
class Party:
    """Who asks: the name devices know us by, and the one address they may answer from."""

    id: str
    name: str
    origin: str


def new_challenge() -> bytes:
    """Make a challenge."""
    return secrets.token_bytes(CHALLENGE_BYTES)


def options_to_add(party: Party, *, user: User, passkeys: Sequence[Passkey], challenge: bytes) -> str:
    """Write what a browser needs to make a passkey, as JSON. Devices that have one make no second."""
    return options_to_json(
        generate_registration_options(
            rp_id=party.id,
            rp_name=party.name,
            user_id=sha256(f"{party.id}:{user.id}".encode()).digest(),
            user_name=user.email,
            user_display_name=user.name or user.email,
            challenge=challenge,
            exclude_credentials=_describe(passkeys),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.PREFERRED,
                user_verification=UserVerificationRequirement.PREFERRED,
            ),
        )
    )


def options_to_use(party: Party, *, passkeys: Sequence[Passkey], challenge: bytes) -> str:
    """Write what a browser needs to ask one of these passkeys, as JSON."""
    return options_to_json(
        generate_authentication_options(
            rp_id=party.id,
            challenge=challenge,
            allow_credentials=_describe(passkeys),
            user_verification=UserVerificationRequirement.PREFERRED,
        )
    )


def _describe(passkeys: Sequence[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential_id)) for each in passkeys]


def add_passkey(
    session: Session, party: Party, *, user: User, name: str, answer: str, challenge: bytes, kept: int
) -> None:
    """Add the passkey that a device has made for our challenge."""
    hold_account(session, user)
    if len(list_passkeys(session, user)) >= MOST_PASSKEYS:
        raise TooManyPasskeysError
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
        )
    except WebAuthnException as error:
        raise PasskeyRefusedError from error
    _spend(session, challenge)
    passkey = Passkey(
        user_id=user.id,
        name=name,
        credential_id=bytes_to_base64url(made.credential_id),
        public_key=bytes_to_base64url(made.credential_public_key),
        sign_count=made.sign_count,
    )
    try:
        with session.begin_nested():
            session.add(passkey)
    except IntegrityError as error:
        raise PasskeyRefusedError from error
    note_factor_added(session, user=user, kept=kept, act="user.add_passkey", notice=Notice.PASSKEY_ADDED)


def use_passkey(session: Session, party: Party, *, user: User, answer: str, challenge: bytes) -> None:
    """Take the answer of one of the account's passkeys to our challenge, once."""
    for passkey in list_passkeys(session, user):
        try:
            right = verify_authentication_response(
                credential=answer,
                expected_challenge=challenge,
                expected_rp_id=party.id,
                expected_origin=party.origin,
                credential_public_key=base64url_to_bytes(passkey.public_key),
                credential_current_sign_count=passkey.sign_count,
            )
        except WebAuthnException:
            continue
        if bytes_to_base64url(right.credential_id) == passkey.credential_id:
            _spend(session, challenge)
            _note_used(session, passkey, right.new_sign_count)
            return
    raise PasskeyRefusedError


def _note_used(session: Session, passkey: Passkey, count: int) -> None:
    # A count that does not rise is a copy of the device; those that are shared among devices stay at 0.
    rises = or_(Passkey.sign_count < count, (Passkey.sign_count == 0) & (count == 0))
    noted = session.execute(
        update(Passkey).where(Passkey.id == passkey.id, rises).values(sign_count=count, used_at=now())
    )
    assert isinstance(noted, CursorResult)
    if not noted.rowcount:
        raise PasskeyRefusedError


def _spend(session: Session, challenge: bytes) -> None:
    try:
        with session.begin_nested():
            session.add(
                SpentChallenge(challenge_hash=sha256(challenge).hexdigest(), ends_at=now() + LIFETIME)
            )
    except IntegrityError as error:
        raise PasskeyRefusedError from error


def remove_passkey(session: Session, *, user: User, passkey: Passkey, kept: int) -> None:
    """Let a passkey count no longer."""
    hold_account(session, user)
    session.delete(passkey)
    note_factor_removed(
        session, user=user, kept=kept, act="user.remove_passkey", notice=Notice.PASSKEY_REMOVED
    )


def delete_past_challenges(session: Session) -> int:
    """Delete the challenges that nobody could answer any more, and say how many there were."""
    deleted = session.execute(delete(SpentChallenge).where(SpentChallenge.ends_at <= now()))
    assert isinstance(deleted, CursorResult)
    return int(deleted.rowcount)
