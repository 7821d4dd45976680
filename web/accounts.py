"""Flask-Security and Flask-Login, set up as a library: our own views use its hashing and its tokens.

Its ready-made views commit by themselves and confirm an address on GET; see docs/adr/0002.
"""

from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, current_app
from flask_login import current_user
from flask_security import (
    RoleMixin,
    Security,
    SQLAlchemySessionUserDatastore,
    hash_password,
    verify_password,
)
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.orm import Session, scoped_session

from config import Settings
from web.db import current_session
from web.models.user import User
from web.queries.users import find_user
from web.services.addresses import state_of_address
from web.services.passkeys import Party
from web.services.second_factors import needs_second_factor

SHORTEST_PASSWORD = 15
LONGEST_PASSWORD = 128
LINK_LIFETIME = timedelta(minutes=10)
CONFIRMATION_LIFETIME = timedelta(days=2)
INVITATION_LIFETIME = timedelta(days=7)


class NoRole(RoleMixin):
    """Flask-Security asks for a class of roles; ours are a column of User, see web.permissions."""


class _SessionOfThisRequest:
    """The datastore wants a session when the app starts; ours belongs to a request."""

    def __getattr__(self, name: str) -> Any:
        return getattr(current_session(), name)


def init_app(app: Flask, settings: Settings) -> None:
    """Set up password hashing, tokens and the signed-in user."""
    app.config.update(
        SECURITY_PASSWORD_SALT=settings.secret_key,
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106
        SECURITY_PASSWORD_LENGTH_MIN=SHORTEST_PASSWORD,
        SECURITY_PASSWORD_NORMALIZE_FORM="NFKC",  # noqa: S106
        # What signed links are bound to. The slow default scheme is for passwords, which these are not.
        SECURITY_HASHING_SCHEMES=["hex_sha256"],
        SECURITY_DEPRECATED_HASHING_SCHEMES=[],
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False, "test_environment": True},
        SECURITY_CONFIRMABLE=True,
        SECURITY_RECOVERABLE=True,
        SECURITY_RESET_PASSWORD_WITHIN=LINK_LIFETIME,
        SECURITY_CONFIRM_EMAIL_WITHIN=CONFIRMATION_LIFETIME,
        SECURITY_JOIN_USER_ROLES=False,
        SECURITY_CLI_USERS_NAME=False,
        SECURITY_CLI_ROLES_NAME=False,
    )
    datastore = SQLAlchemySessionUserDatastore(
        cast("scoped_session[Session]", _SessionOfThisRequest()), User, NoRole
    )
    Security(app, datastore, register_blueprint=False)


def signed_in_user() -> User | None:
    """Give the user of this request, or None for a visitor."""
    return current_user._get_current_object() if current_user.is_authenticated else None  # noqa: SLF001


def make_address_token(user: User) -> str:
    """Make the token of a link to a new address."""
    return _address_links().dumps([user.id, state_of_address(user)])


def find_by_address_token(token: str) -> User | None:
    """Find whose new address a link confirms, if it is not too old and nothing has changed since."""
    try:
        user_id, state = _address_links().loads(token, max_age=int(LINK_LIFETIME.total_seconds()))
    except BadData:
        return None
    user = find_user(current_session()(), user_id)
    wants = user is not None and user.active and user.new_email
    return user if wants and user and state_of_address(user) == state else None


def _address_links() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="new address")


def relying_party() -> Party:
    """Give who we are to passkeys. They know names only: in development localhost stands for the number."""
    settings: Settings = current_app.config["SETTINGS"]
    address = urlsplit(settings.base_url)
    name = "localhost" if address.hostname == "127.0.0.1" else str(address.hostname)
    port = f":{address.port}" if address.port else ""
    return Party(id=name, name=settings.service_name, origin=f"{address.scheme}://{name}{port}")


def lacks_second_factor(user: User) -> bool:
    """Say whether somebody must first set up a second factor; made-up people for trying out need not."""
    settings: Settings = current_app.config["SETTINGS"]
    is_spared = user.is_demo and settings.demo_sign_ins
    return needs_second_factor(user) and user.second_factor_since is None and not is_spared


def password_matches(user: User | None, password: str) -> bool:
    """Say whether the password is the user's; an unknown user takes as long, so the time tells nothing."""
    if user is None or not user.password:
        hash_password(password)
        return False
    return bool(verify_password(password, user.password))
