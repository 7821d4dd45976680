"""What all second factors share: who has one, and what goes with each change; see docs/adr/0012."""

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.second_factor import Authenticator, Passkey, RecoveryCode
from web.models.user import Role, User
from web.services.account_notices import Notice, tell_owner
from web.services.audit import record_act
from web.services.browser_sessions import end_other_sessions
from web.services.errors import ConflictError, InvalidError


class WrongCodeError(InvalidError):
    """The code is not the one of this moment, or was used before: which of them, nobody is told."""

    def __init__(self) -> None:
        super().__init__("code")


class WrongSentCodeError(WrongCodeError):
    """The code is not the newest one sent by mail, is too old, or was used before."""


class WrongRecoveryCodeError(WrongCodeError):
    """The code is not one of those on paper, or was used before."""


class LastFactorError(ConflictError):
    """Who works here for others has a second factor; the last one is replaced, not removed."""


def needs_second_factor(user: User) -> bool:
    """Say whether somebody must have a second factor: whoever sees other people's data."""
    return user.role != Role.PROFESSIONAL


def hold_account(session: Session, user: User) -> None:
    """Let changes of one account's factors happen one after the other."""
    session.scalar(select(User.id).where(User.id == user.id).with_for_update(key_share=True))


def note_factor_added(session: Session, *, user: User, kept: int, act: str, notice: Notice) -> None:
    """Count the account as guarded, end its sessions everywhere else and tell the owner.

    `kept` is the session it was done from: another that is open was begun with less.
    """
    user.second_factor_since = user.second_factor_since or now()
    end_other_sessions(session, user=user, kept=kept)
    record_act(session, actor=user, action=act, thing=user)
    tell_owner(session, user=user, notice=notice)


def note_factor_removed(session: Session, *, user: User, kept: int, act: str, notice: Notice) -> None:
    """Count the account as unguarded if this was the last one, and tell the owner."""
    session.flush()
    if not has_second_factor(session, user):
        if needs_second_factor(user):
            raise LastFactorError
        user.second_factor_since = None
        session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    end_other_sessions(session, user=user, kept=kept)
    record_act(session, actor=user, action=act, thing=user)
    tell_owner(session, user=user, notice=notice)


def has_second_factor(session: Session, user: User) -> bool:
    """Ask the tables themselves whether an account has a second factor; the account only remembers it."""
    app = exists(select(Authenticator.id).where(Authenticator.user_id == user.id))
    passkey = exists(select(Passkey.id).where(Passkey.user_id == user.id))
    return user.codes_by_mail_since is not None or bool(session.scalar(select(or_(app, passkey))))
