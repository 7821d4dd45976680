"""Reading accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, false, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.folding import fold
from web.models.sealed import keyring_of
from web.models.sealing import codes_of_words
from web.models.user import Role, User, UserWord
from web.queries.keyset import TOP, PageOfRows, Place, read_page


class AccountState(StrEnum):
    """Whether somebody can sign in, and if not, what is missing."""

    ACTIVE = "active"
    INVITED = "invited"
    UNCONFIRMED = "unconfirmed"
    SUSPENDED = "suspended"


@dataclass(frozen=True, kw_only=True)
class UserFilter:
    """Whom to list; each part that is given narrows the list."""

    text: str = ""
    role: Role | None = None
    state: AccountState | None = None
    ministry_id: int | None = None


def find_user_by_email(session: Session, email: str) -> User | None:
    """Find the account of an e-mail address."""
    code = User.email.code(keyring_of(session), email)
    return session.scalar(select(User).where(User.email_index == code))


def find_user(session: Session, user_id: int) -> User | None:
    """Find an account by its number."""
    return session.get(User, user_id)


def find_user_by_session_name(session: Session, name: str) -> User | None:
    """Find the account that sessions and links know by this name."""
    return session.scalar(select(User).where(User.fs_uniquifier == name))


def list_users(session: Session, *, wanted: UserFilter, place: Place = TOP) -> PageOfRows[User]:
    """Read one page of the accounts, the newest first; only for administrators."""
    shown = (joinedload(User.ministry), selectinload(User.coordinator_countries))
    query = _filtered(session, wanted).options(*shown)
    return read_page(session, query, order=User.id, key=User.id, place=place, descending=True)


def count_users(session: Session, *, wanted: UserFilter) -> int:
    """Count the accounts."""
    return session.scalar(_filtered(session, wanted).with_only_columns(func.count(User.id))) or 0


def count_users_by_role(session: Session) -> dict[Role, int]:
    """Count the accounts that can sign in, for each role."""
    query = select(User.role, func.count()).where(_is_in_state(AccountState.ACTIVE)).group_by(User.role)
    return dict.fromkeys(Role, 0) | {role: number for role, number in session.execute(query)}  # noqa: C416


def list_users_of_ministry(session: Session, *, ministry_id: int) -> Sequence[User]:
    """List everybody who has an account for a ministry, also who cannot sign in; only for administrators."""
    users = session.scalars(select(User).where(User.ministry_id == ministry_id).order_by(User.id)).all()
    return sorted(users, key=lambda user: fold(user.name))


def account_state(user: User) -> AccountState:
    """Say whether somebody can sign in; the same question as to the database."""
    if not user.active:
        return AccountState.SUSPENDED
    if user.password is None:
        return AccountState.INVITED
    return AccountState.ACTIVE if user.confirmed_at else AccountState.UNCONFIRMED


def _is_in_state(state: AccountState) -> ColumnElement[bool]:
    return {
        AccountState.SUSPENDED: ~User.active,
        AccountState.INVITED: and_(User.active, User.password.is_(None)),
        AccountState.UNCONFIRMED: and_(User.active, User.password.is_not(None), User.confirmed_at.is_(None)),
        AccountState.ACTIVE: and_(User.active, User.password.is_not(None), User.confirmed_at.is_not(None)),
    }[state]


def _filtered(session: Session, wanted: UserFilter) -> Select[User]:
    query = select(User).where(User.erased_at.is_(None))
    if wanted.text and not fold(wanted.text):
        return query.where(false())
    for code in codes_of_words(keyring_of(session), wanted.text):
        query = query.where(User.words.any(UserWord.code == code))
    if wanted.role:
        query = query.where(User.role == wanted.role)
    if wanted.state:
        query = query.where(_is_in_state(wanted.state))
    if wanted.ministry_id:
        query = query.where(User.ministry_id == wanted.ministry_id)
    return query
