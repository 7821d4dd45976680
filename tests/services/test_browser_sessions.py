"""Beginning and ending sessions, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import AdminFactory, BrowserSessionFactory, CoordinatorFactory, UserFactory
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.browser_session import Browser, BrowserSession, System
from web.models.outbox import Message, OutboxMessage
from web.queries.browser_sessions import count_open_sessions, find_open_session, list_open_sessions
from web.services.accounts import change_user, set_password, suspend_user
from web.services.browser_sessions import (
    KEPT_FOR,
    AccountChangedError,
    begin_session,
    delete_old_sessions,
    end_other_sessions,
    end_own_session,
    end_session,
    end_sessions_for,
    hash_of,
    note_seen,
)
from web.services.devices import Device

pytestmark = pytest.mark.usefixtures("database")

LAPTOP = Device(Browser.FIREFOX, System.LINUX)
LONG_AGO = now() - KEPT_FOR - timedelta(days=1)


def begin(session, user, device_id=None):
    return begin_session(
        session, user=user, session_name=user.fs_uniquifier, device=LAPTOP, device_id=device_id
    )


def is_open(session, begun):
    return find_open_session(session, id_hash=hash_of(begun.session_id), at=now()) is not None


def letters(session):
    return session.scalars(select(OutboxMessage).where(OutboxMessage.message == Message.NEW_SIGN_IN)).all()


def acts(session):
    return [(entry.action, entry.reason) for entry in session.scalars(select(AuditEntry))]


class TestBeginning:
    def test_every_session_has_an_id_of_256_bits_of_its_own(self, session):
        user = UserFactory()
        ids = {begin(session, user).session_id for _ in range(20)}
        assert len(ids) == 20
        assert {len(each) for each in ids} == {43}

    def test_row_holds_the_hash_and_no_more_of_the_device_than_its_kind(self, session):
        begun = begin(session, UserFactory())
        (row,) = session.scalars(select(BrowserSession))
        assert row.id_hash == hash_of(begun.session_id)
        stored = [str(getattr(row, column.key)) for column in BrowserSession.__table__.columns]
        assert not any(secret in value for value in stored for secret in (begun.session_id, begun.device_id))
        assert (row.browser, row.system) == (Browser.FIREFOX, System.LINUX)

    @pytest.mark.parametrize(
        ("factory", "idle", "whole"),
        [
            (UserFactory, timedelta(days=14), timedelta(days=30)),
            (CoordinatorFactory, timedelta(minutes=30), timedelta(hours=12)),
            (AdminFactory, timedelta(minutes=30), timedelta(hours=12)),
        ],
    )
    def test_staff_stay_signed_in_for_less_long(self, session, factory, idle, whole):
        begin(session, factory())
        (row,) = session.scalars(select(BrowserSession))
        assert (row.idle_ends_at - row.seen_at, row.ends_at - row.created_at) == (idle, whole)

    def test_account_that_changed_since_the_password_was_checked_is_refused(self, session):
        user = UserFactory()
        old = user.fs_uniquifier
        set_password(session, user=user, password_hash="another")
        with pytest.raises(AccountChangedError):
            begin_session(session, user=user, session_name=old, device=LAPTOP, device_id=None)
        suspended = UserFactory(active=False)
        with pytest.raises(AccountChangedError):
            begin(session, suspended)
        assert session.scalar(select(func.count(BrowserSession.id))) == 0


class TestLetter:
    def test_first_sign_in_of_an_account_is_no_news(self, session):
        begin(session, UserFactory())
        assert letters(session) == []

    def test_other_device_is(self, session):
        user = UserFactory(language="fr")
        begin(session, user)
        begin(session, user)
        (letter,) = letters(session)
        assert (letter.recipient, letter.language) == (user.email, "fr")

    def test_known_device_is_not(self, session):
        user = UserFactory()
        first = begin(session, user)
        again = begin(session, user, first.device_id)
        assert again.device_id == first.device_id
        assert letters(session) == []

    def test_device_that_was_not_used_for_long_is_new_again(self, session):
        user = UserFactory(confirmed_at=LONG_AGO)
        first = begin(session, user)
        assert len(letters(session)) == 1, "an account as old as this was not first used today"
        session.scalars(select(BrowserSession)).one().seen_at = LONG_AGO
        begin(session, user, first.device_id)
        assert len(letters(session)) == 2

    def test_device_of_somebody_else_is_new_and_gets_another_id(self, session):
        theirs = begin(session, UserFactory())
        user = UserFactory()
        begin(session, user)
        mine = begin(session, user, theirs.device_id)
        assert len(letters(session)) == 1
        assert mine.device_id != theirs.device_id

    def test_two_accounts_on_one_device_cannot_be_told_from_the_rows(self, session):
        one, other = UserFactory(), UserFactory()
        device_id = begin(session, one).device_id
        BrowserSessionFactory(user=other)
        begin(session, other, device_id)
        hashes = session.scalars(select(BrowserSession.device_hash)).all()
        assert len(set(hashes)) == len(hashes)


class TestUse:
    def test_being_used_moves_the_idle_end_and_not_the_other(self, session):
        row = BrowserSessionFactory(user=CoordinatorFactory(), created_at=now() - timedelta(hours=1))
        ends_at = row.ends_at
        note_seen(session, number=row.id, role=row.user.role)
        session.refresh(row)
        assert now() - row.seen_at < timedelta(minutes=1)
        assert (row.idle_ends_at - row.seen_at, row.ends_at) == (timedelta(minutes=30), ends_at)

    def test_what_has_ended_is_not_opened_again_by_being_used(self, session):
        row = BrowserSessionFactory(ended_at=now(), seen_at=now() - timedelta(hours=1))
        before = (row.seen_at, row.idle_ends_at, row.ended_at)
        note_seen(session, number=row.id, role=row.user.role)
        session.refresh(row)
        assert (row.seen_at, row.idle_ends_at, row.ended_at) == before

    @pytest.mark.parametrize("column", ["idle_ends_at", "ends_at", "ended_at"])
    def test_each_end_is_an_end_in_every_reading(self, session, column):
        row = BrowserSessionFactory(**{column: now()})
        assert find_open_session(session, id_hash=row.id_hash, at=now()) is None
        assert list_open_sessions(session, user=row.user, at=now()) == []
        assert count_open_sessions(session, user=row.user, at=now()) == 0


class TestEnding:
    def test_signing_out_ends_one(self, session):
        user = UserFactory()
        gone, stays = begin(session, user), begin(session, user)
        end_session(session, session_id=gone.session_id)
        assert (is_open(session, gone), is_open(session, stays)) == (False, True)

    def test_owner_ends_one_or_all_others_and_nobody_elses(self, session):
        user, other = UserFactory(), BrowserSessionFactory()
        rows = [BrowserSessionFactory(user=user) for _ in range(4)]
        end_own_session(session, user=user, ended=other)
        end_own_session(session, user=user, ended=rows[0])
        assert count_open_sessions(session, user=user, at=now()) == 3
        end_other_sessions(session, user=user, kept=rows[1].id)
        assert list_open_sessions(session, user=user, at=now()) == [rows[1]]
        assert count_open_sessions(session, user=other.user, at=now()) == 1
        assert acts(session) == [("user.end_session", ""), ("user.end_other_sessions", "")]

    def test_admin_ends_all_and_says_why(self, session):
        row = BrowserSessionFactory()
        end_sessions_for(session, actor=AdminFactory(), user=row.user, reason="Lost their telephone.")
        assert count_open_sessions(session, user=row.user, at=now()) == 0
        assert acts(session) == [("user.end_sessions", "Lost their telephone.")]

    def test_new_password_and_suspension_end_all(self, session):
        admin = AdminFactory()
        for act in (
            lambda user: set_password(session, user=user, password_hash="another"),
            lambda user: suspend_user(session, actor=admin, user=user, reason="Away."),
        ):
            row = BrowserSessionFactory()
            act(row.user)
            session.refresh(row)
            assert row.ended_at is not None

    @pytest.mark.parametrize(
        ("changes", "ends"),
        [({"name": "New"}, False), ({"countries": ["GH", "SN", "TG"]}, False), ({"countries": ["GH"]}, True)],
    )
    def test_change_of_an_account_ends_all_only_if_something_is_lost(self, session, changes, ends):
        row = BrowserSessionFactory(user=CoordinatorFactory(countries=("GH", "SN")))
        user = row.user
        stored = {"name": user.name, "role": user.role, "ministry": None, "countries": ["GH", "SN"]}
        change_user(
            session, actor=AdminFactory(), user=user, expected_version=user.version, **(stored | changes)
        )
        session.refresh(row)
        assert (row.ended_at is not None) == ends

    def test_old_rows_are_deleted_and_others_stay(self, session):
        old, recent = BrowserSessionFactory(seen_at=LONG_AGO), BrowserSessionFactory(ended_at=now())
        assert old.id != recent.id
        assert delete_old_sessions(session) == 1
        assert session.scalars(select(BrowserSession.id)).all() == [recent.id]
