"""Reading what somebody has besides a password."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models.second_factor import Authenticator, Passkey, RecoveryCode
from web.models.user import User


@dataclass(frozen=True)
class Factors:
    """What an account has besides its password."""

    app_since: datetime | None
    passkeys: int
    codes_by_mail_since: datetime | None
    recovery_codes: int


def read_factors(session: Session, user: User) -> Factors:
    """Read what an account has."""
    app = find_authenticator(session, user)
    return Factors(
        app_since=app.created_at if app else None,
        passkeys=len(list_passkeys(session, user)),
        codes_by_mail_since=user.codes_by_mail_since,
        recovery_codes=count_recovery_codes(session, user),
    )


def find_authenticator(session: Session, user: User) -> Authenticator | None:
    """Find the app of an account."""
    return session.scalar(select(Authenticator).where(Authenticator.user_id == user.id))


def list_passkeys(session: Session, user: User) -> Sequence[Passkey]:
    """List the passkeys of an account, the oldest first."""
    return session.scalars(select(Passkey).where(Passkey.user_id == user.id).order_by(Passkey.id)).all()


def find_passkey(session: Session, number: int) -> Passkey | None:
    """Find a passkey by its number."""
    return session.get(Passkey, number)


def count_recovery_codes(session: Session, user: User) -> int:
    """Count the recovery codes that were not used yet."""
    left = select(func.count()).where(RecoveryCode.user_id == user.id, RecoveryCode.used_at.is_(None))
    return session.scalar(left) or 0
