"""Codes from an app (TOTP, RFC 6238): 6 digits, a new one every 30 seconds, each of them once."""

import time
from dataclasses import dataclass

from passlib.exc import MalformedTokenError, TokenError
from passlib.totp import TOTP
from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from web.models.second_factor import Authenticator
from web.models.user import User
from web.queries.second_factors import find_authenticator
from web.services.account_notices import Notice
from web.services.second_factors import WrongCodeError, hold_account, note_factor_added, note_factor_removed

STEP_SECONDS = 30


@dataclass(frozen=True)
class NewKey:
    """A key on its way into somebody's app: to be scanned, or typed in groups."""

    secret: str
    address: str
    groups: tuple[str, ...]


def new_secret() -> str:
    """Make a secret of 160 random bits."""
    return str(TOTP.new().base32_key)


def present_key(secret: str, *, issuer: str, label: str) -> NewKey:
    """Write a secret as apps read it and as people type it."""
    key = TOTP(key=secret, issuer=issuer)
    return NewKey(secret, str(key.to_uri(label)), tuple(str(key.pretty_key(sep=" ")).split(" ")))


def find_step(secret: str, code: str) -> int:
    """Find the half minute a code belongs to: this one or the one before, as people read before they type."""
    try:
        found = TOTP(key=secret).match(code, time.time(), window=STEP_SECONDS // 2, skew=-STEP_SECONDS // 2)
    except (TokenError, MalformedTokenError) as error:
        raise WrongCodeError from error
    return int(found.counter)


def confirm_authenticator(session: Session, *, user: User, secret: str, code: str, kept: int) -> None:
    """Let an app count from now on, because a code of it is right; it takes the place of an earlier one."""
    step = find_step(secret, code)
    hold_account(session, user)
    earlier = find_authenticator(session, user)
    if earlier is None:
        session.add(Authenticator(user_id=user.id, secret=secret, last_step=step))
    else:
        # The same app once more: what was used with it stays used.
        used = earlier.last_step if earlier.secret == secret else 0
        earlier.secret, earlier.last_step = secret, max(step, used)
    note_factor_added(session, user=user, kept=kept, act="user.add_app", notice=Notice.APP_ADDED)


def use_authenticator(session: Session, *, user: User, code: str) -> None:
    """Take a code. Of any number of requests with the same one, at the same moment too, one gets through."""
    found = find_authenticator(session, user)
    if found is None:
        raise WrongCodeError
    step = find_step(found.secret, code)
    taken = session.execute(
        update(Authenticator)
        .where(Authenticator.id == found.id, Authenticator.last_step < step)
        .values(last_step=step)
    )
    assert isinstance(taken, CursorResult)
    if not taken.rowcount:
        raise WrongCodeError


def remove_authenticator(session: Session, *, user: User, kept: int) -> None:
    """Let the app count no longer."""
    hold_account(session, user)
    if found := find_authenticator(session, user):
        session.delete(found)
        note_factor_removed(session, user=user, kept=kept, act="user.remove_app", notice=Notice.APP_REMOVED)
