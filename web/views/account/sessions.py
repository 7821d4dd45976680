"""The browser's session: begun with a password, ended by the user, keeping nothing but the language."""

from flask import session as browser_session
from flask_security import hash_password, login_user, logout_user, verify_password

from web.models.user import User


def password_matches(user: User | None, password: str) -> bool:
    """Say whether the password is the user's; an unknown user takes as long, so the time tells nothing."""
    if user is None or not user.password:
        hash_password(password)
        return False
    return bool(verify_password(password, user.password))


def begin_session(user: User) -> None:
    """Sign the user in with a session that holds nothing from before."""
    _forget_all_but_language()
    browser_session.permanent = True
    login_user(user)


def end_session() -> None:
    """Sign out and forget the session."""
    logout_user()
    _forget_all_but_language()


def _forget_all_but_language() -> None:
    language = browser_session.get("language")
    browser_session.clear()
    if language:
        browser_session["language"] = language
