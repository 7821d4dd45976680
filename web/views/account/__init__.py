"""Signing up, signing in, passwords, and one's own account."""

from web.views.account import data, invitations, passwords, sessions, settings, sign_in, sign_up
from web.views.account.blueprint import bp

__all__ = ["bp", "data", "invitations", "passwords", "sessions", "settings", "sign_in", "sign_up"]
