"""Sessions are forgotten once they are of no use."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import BrowserSessionFactory
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.tasks.forget_sessions import forget_sessions

pytestmark = pytest.mark.usefixtures("database")


def test_only_what_was_used_more_than_90_days_ago_goes(app, session):
    ages = (timedelta(days=91), timedelta(days=89), timedelta(0))
    rows = [BrowserSessionFactory(seen_at=now() - age) for age in ages]
    session.commit()
    assert forget_sessions(app) == 1
    session.expire_all()
    assert session.scalars(select(BrowserSession.id).order_by(BrowserSession.id)).all() == [
        row.id for row in rows[1:]
    ]
