"""That a session is in use is noted, and no page waits for it or fails with it."""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event, update
from sqlalchemy.orm import Session

from tests.factories import UserFactory
from tests.views.account.browsers import enter, is_in, only_row
from web.db import begin_writing, current_engine
from web.models import base
from web.models.browser_session import BrowserSession

pytestmark = pytest.mark.usefixtures("database")

# A column of either table; only one of the databases puts the name of the second in quotation marks.
PEOPLE = re.compile(r'\b(?:browser_session|user)"?\.')


@contextmanager
def read_only(app):
    """Refuse whatever would change the database, as the database itself does."""
    with app.app_context():
        pool = current_engine().pool
    words = {
        "sqlite": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
        "psycopg": ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off"),
    }

    def say(connection, number):
        kind = "sqlite" if "sqlite" in type(connection).__module__ else "psycopg"
        cursor = connection.cursor()
        cursor.execute(words[kind][number])
        cursor.close()
        if kind == "psycopg":
            connection.commit()

    def begin(connection, _record, _proxy):
        say(connection, 0)

    def end(connection, _record):
        say(connection, 1)

    event.listen(pool, "checkout", begin)
    event.listen(pool, "checkin", end)
    yield
    event.remove(pool, "checkout", begin)
    event.remove(pool, "checkin", end)


def test_page_notes_at_most_once_a_minute_that_somebody_is_there(client, session, move_clock):
    enter(client, UserFactory())
    row = only_row(session)
    began = row.seen_at
    for seconds, moves in ((0, False), (55, False), (65, True), (100, False), (130, True)):
        before = row.seen_at
        move_clock(timedelta(seconds=seconds))
        assert is_in(client)
        assert (row.seen_at > before) == moves, seconds
    assert row.seen_at - began > timedelta(minutes=2)


def test_page_does_not_wait_for_others_who_write(client, session, engine):
    enter(client, UserFactory())
    row = only_row(session)
    row.seen_at = before = base.now() - timedelta(minutes=5)
    session.commit()
    with Session(engine) as other:
        begin_writing(other)
        other.execute(update(BrowserSession).values(browser=row.browser))
        began = base.now()
        assert is_in(client)
        assert base.now() - began < timedelta(seconds=2)
    assert row.seen_at == before
    assert is_in(client)
    assert row.seen_at > before


def test_page_is_read_where_nothing_can_be_written(app, client, session):
    enter(client, UserFactory())
    row = only_row(session)
    row.seen_at = before = base.now() - timedelta(minutes=5)
    with read_only(app):
        assert is_in(client)
    assert row.seen_at == before


def test_who_reads_is_found_in_one_query(app, client):
    """The session and its user come together."""
    enter(client, UserFactory())
    with queries_about_people(app) as asked:
        client.get("/about")
    assert len(asked) == 1
    assert "browser_session" in asked[0]


def test_visitor_costs_no_query(app, client):
    with queries_about_people(app) as asked:
        client.get("/about")
    assert asked == []


@contextmanager
def queries_about_people(app):
    """Collect the statements that read sessions or users."""
    asked = []

    def note(*call):
        if PEOPLE.search(call[2]):
            asked.append(call[2])

    with app.app_context():
        engine = current_engine()
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)
