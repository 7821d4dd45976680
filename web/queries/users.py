"""Reading accounts."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.user import User


def find_user_by_email(session: Session, email: str) -> User | None:
    """Find the account of an e-mail address."""
    return session.scalar(select(User).where(User.email == email))


def find_user(session: Session, user_id: int) -> User | None:
    """Find an account by its number."""
    return session.get(User, user_id)


def find_user_by_session_name(session: Session, name: str) -> User | None:
    """Find the account that sessions and links know by this name."""
    return session.scalar(select(User).where(User.fs_uniquifier == name))
