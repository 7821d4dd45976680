"""Counts of tries: exact, shared, and over when their window is."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import TryCountFactory
from web.models.base import now
from web.models.try_count import TryCount
from web.services.try_counts import Limit, TooManyTriesError, count_try, give_back
from web.tasks.forget_tries import forget_tries

pytestmark = pytest.mark.usefixtures("database")

HOUR = timedelta(hours=1)
OWN = Limit("own", 2, HOUR)
SHARED = Limit("shared", 3, HOUR)


def counts(session):
    return {row.key: row.count for row in session.scalars(select(TryCount))}


def attempt(session, *limits):
    with session.begin_nested():
        return count_try(session, limits)


def test_as_many_as_the_limit_says_and_no_more(session):
    attempt(session, OWN)
    attempt(session, OWN)
    with pytest.raises(TooManyTriesError) as refusal:
        attempt(session, OWN)
    assert 3590 < refusal.value.seconds <= 3600


def test_refused_try_counts_nowhere(session):
    for _ in range(2):
        attempt(session, OWN, SHARED)
    with pytest.raises(TooManyTriesError):
        attempt(session, OWN, SHARED)
    assert counts(session) == {"own": 2, "shared": 2}


def test_try_that_is_given_back_does_not_count(session):
    for _ in range(5):
        give_back(session, attempt(session, OWN, SHARED))
    assert counts(session) == {"own": 0, "shared": 0}


def test_window_that_is_over_begins_anew(session):
    TryCountFactory(key="own", count=2, ends_at=now() - timedelta(seconds=1))
    attempt(session, OWN)
    assert counts(session) == {"own": 1}


def test_try_of_a_window_before_is_not_given_back_to_this_one(session):
    row = TryCountFactory(key="own")
    counted = attempt(session, OWN)
    row.ends_at = now() + 2 * HOUR
    session.flush()
    give_back(session, counted)
    session.expire_all()
    assert counts(session) == {"own": 2}


def test_only_counts_that_are_over_are_forgotten(app, session):
    TryCountFactory(key="over", ends_at=now() - timedelta(seconds=1))
    TryCountFactory(key="running")
    session.commit()
    assert forget_tries(app) == 1
    session.expire_all()
    assert counts(session) == {"running": 1}
