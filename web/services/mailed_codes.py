"""Codes by mail, for professionals without a device for anything better; see docs/adr/0012."""

import hmac
import secrets
from datetime import timedelta

from sqlalchemy import CursorResult, delete
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.second_factor import MailedCode
from web.models.user import User
from web.services.account_notices import Notice
from web.services.errors import ConflictError
from web.services.outbox import queue_message
from web.services.second_factors import (
    WrongSentCodeError,
    hold_account,
    needs_second_factor,
    note_factor_added,
    note_factor_removed,
)

KEY = "mailed_code_key"
LIFETIME = timedelta(minutes=10)
DIGITS = 8
SALT_BYTES = 16


class MailboxNotEnoughError(ConflictError):
    """For staff a mailbox is no second step: a new password is had through it too."""


class CodesByMailOffError(ConflictError):
    """No codes are mailed to this account."""


def turn_on_mailed_codes(session: Session, *, user: User, kept: int) -> None:
    """Let a code from the mailbox be the second step; the address was confirmed when the account was made."""
    if needs_second_factor(user):
        raise MailboxNotEnoughError
    hold_account(session, user)
    user.codes_by_mail_since = now()
    note_factor_added(
        session, user=user, kept=kept, act="user.add_mailed_codes", notice=Notice.CODES_BY_MAIL_ON
    )


def turn_off_mailed_codes(session: Session, *, user: User, kept: int) -> None:
    """Mail no codes any more."""
    hold_account(session, user)
    if user.codes_by_mail_since:
        user.codes_by_mail_since = None
        session.execute(delete(MailedCode).where(MailedCode.user_id == user.id))
        note_factor_removed(
            session, user=user, kept=kept, act="user.remove_mailed_codes", notice=Notice.CODES_BY_MAIL_OFF
        )


def send_code(session: Session, *, user: User) -> None:
    """Mail a code; one sent before no longer works."""
    if user.codes_by_mail_since is None:
        raise CodesByMailOffError
    hold_account(session, user)
    session.merge(MailedCode(user_id=user.id, salt=secrets.token_hex(SALT_BYTES), ends_at=now() + LIFETIME))
    queue_message(session, message=Message.SIGN_IN_CODE, to=user)


def read_code(session: Session, *, user: User) -> str | None:
    """Give the code that is under way, for the letter; it ends with any change of the account."""
    under_way = session.get(MailedCode, user.id)
    if under_way is None or under_way.ends_at <= now():
        return None
    said = f"{user.id}:{user.fs_uniquifier}:{under_way.salt}".encode()
    digest = hmac.digest(session.info[KEY].encode(), said, "sha256")
    return str(int.from_bytes(digest) % 10**DIGITS).zfill(DIGITS)


def use_mailed_code(session: Session, *, user: User, code: str) -> None:
    """Take the code that was mailed, once."""
    under_way = session.get(MailedCode, user.id)
    right = read_code(session, user=user) if user.codes_by_mail_since else None
    typed = "".join(code.split())
    if under_way is None or right is None or not hmac.compare_digest(typed.encode(), right.encode()):
        raise WrongSentCodeError
    this_one = (MailedCode.user_id == user.id, MailedCode.salt == under_way.salt)
    taken = session.execute(delete(MailedCode).where(*this_one))
    assert isinstance(taken, CursorResult)
    if not taken.rowcount:
        raise WrongSentCodeError
