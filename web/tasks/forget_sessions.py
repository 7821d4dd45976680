"""Forgetting where people were signed in, once it says nothing about where they are known."""

from flask import Flask

from web.db import transaction
from web.services.browser_sessions import delete_old_sessions


def forget_sessions(app: Flask) -> int:
    """Delete the sessions that were last used long ago, and say how many there were."""
    with app.app_context(), transaction() as session:
        return delete_old_sessions(session)
