"""A clock that can be moved."""

import pytest

from web.models import base


@pytest.fixture
def move_clock(monkeypatch):
    """Give a function that lets the service live so much later than it is."""

    def move(by):
        for module in (
            "web.sessions",
            "web.services.browser_sessions",
            "web.views.account.sessions",
            "web.views.admin.users",
        ):
            monkeypatch.setattr(f"{module}.now", lambda: base.now() + by)

    return move
