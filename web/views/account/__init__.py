"""Signing up, signing in, passwords, and one's own account."""

from web.views.account import (
    addresses,
    authenticators,
    data,
    invitations,
    mailed_codes,
    passkeys,
    passwords,
    proofs,
    recovery_codes,
    second_step,
    security,
    sessions,
    settings,
    sign_in,
    sign_up,
)
from web.views.account.blueprint import bp

__all__ = [
    "addresses",
    "authenticators",
    "bp",
    "data",
    "invitations",
    "mailed_codes",
    "passkeys",
    "passwords",
    "proofs",
    "recovery_codes",
    "second_step",
    "security",
    "sessions",
    "settings",
    "sign_in",
    "sign_up",
]
