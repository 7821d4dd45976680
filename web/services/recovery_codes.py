"""Codes on paper for the day the telephone is lost: ten of 80 random bits, each works once."""

import base64
import secrets
from hashlib import sha256

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.second_factor import RecoveryCode
from web.models.user import User
from web.queries.second_factors import count_recovery_codes
from web.services.account_notices import Notice, tell_owner
from web.services.audit import record_act
from web.services.second_factors import WrongRecoveryCodeError

CODES = 10
BYTES = 10
GROUP = 4
# What people read on paper as something else: the letters and digits of these codes leave these out.
MISREAD = str.maketrans("018", "OIB", " -")


def renew_recovery_codes(session: Session, *, user: User) -> list[str]:
    """Make ten new codes, which are shown this once; the earlier ones no longer work."""
    codes = _make_codes(session, user)
    tell_owner(session, user=user, notice=Notice.RECOVERY_CODES_RENEWED)
    return codes


def make_first_codes(session: Session, *, user: User) -> list[str]:
    """Make codes unless the account has some; its owner is told of the second factor they come with."""
    return [] if count_recovery_codes(session, user) else _make_codes(session, user)


def _make_codes(session: Session, user: User) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    codes = [_new_code() for _ in range(CODES)]
    session.add_all(RecoveryCode(user_id=user.id, code_hash=hash_code(user, code)) for code in codes)
    record_act(session, actor=user, action="user.make_recovery_codes", thing=user)
    return codes


def use_recovery_code(session: Session, *, user: User, code: str) -> None:
    """Take a code, once, and tell the owner: whoever found the paper is noticed."""
    used = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.user_id == user.id,
            RecoveryCode.code_hash == hash_code(user, code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now())
    )
    assert isinstance(used, CursorResult)
    if not used.rowcount:
        raise WrongRecoveryCodeError
    record_act(session, actor=user, action="user.use_recovery_code", thing=user)
    tell_owner(session, user=user, notice=Notice.RECOVERY_CODE_USED)


def _new_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(BYTES)).decode()
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def hash_code(user: User, code: str) -> str:
    """Give what is stored of a code, however it was typed."""
    # 80 random bits: one round of hashing hides them.
    plain = code.upper().translate(MISREAD)
    return sha256(f"{user.id}:{plain}".encode(errors="replace")).hexdigest()
