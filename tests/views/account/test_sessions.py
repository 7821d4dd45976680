"""Whoever is signed in stays so for a while, where they want, and no longer, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.factories import (
    AdminFactory,
    CoordinatorFactory,
    MinistryUserFactory,
    UserFactory,
)
from tests.support.accounts import PASSWORD
from tests.support.dump import dump
from tests.support.sessions import hold
from tests.views.account.browsers import OWN, copy_cookie, enter, id_in, is_in, only_row, sign_out
from web.accounts import password_matches, signed_in_user
from web.models import base
from web.models.browser_session import BrowserSession
from web.models.user import Role
from web.services.browser_sessions import hash_of
from web.views.guards import public

pytestmark = pytest.mark.usefixtures("database")

NEW = "four words nobody guesses"


class TestEnds:
    def test_copied_cookie_is_dead_after_signing_out(self, make_client):
        owner, thief = make_client(), make_client()
        enter(owner, UserFactory())
        copy_cookie(owner, thief)
        assert is_in(thief)
        sign_out(owner)
        assert not is_in(thief)
        assert not is_in(owner)

    @pytest.mark.parametrize(
        ("factory", "idle"), [(UserFactory, timedelta(days=14)), (CoordinatorFactory, timedelta(minutes=30))]
    )
    def test_idle_browser_is_signed_out_and_a_used_one_is_not(self, client, move_clock, factory, idle):
        enter(client, factory())
        most = idle - timedelta(minutes=2)
        for passed in (most, 2 * most):
            move_clock(passed)
            assert is_in(client)
        move_clock(2 * most + idle + timedelta(minutes=1))
        assert not is_in(client)

    @pytest.mark.parametrize(
        ("factory", "step", "whole"),
        [
            (UserFactory, timedelta(days=10), timedelta(days=30)),
            (CoordinatorFactory, timedelta(minutes=29), timedelta(hours=12)),
        ],
    )
    def test_every_browser_is_signed_out_in_the_end(self, client, move_clock, factory, step, whole):
        enter(client, factory())
        passed = step
        while passed < whole - timedelta(minutes=2):
            move_clock(passed)
            assert is_in(client), passed
            passed += step
        move_clock(whole + timedelta(minutes=1))
        assert not is_in(client)

    def test_form_sent_too_late_is_told_so(self, client, page, move_clock):
        enter(client, CoordinatorFactory(name="Before"))
        form = page(client.get(OWN)).form(having="name").fill(name="After")
        move_clock(timedelta(hours=1))
        answer = client.post(OWN, data=form)
        assert answer.location == "/account/sign-in"
        assert "What you sent was not saved." in page(client.get(answer.location)).text()

    def test_late_answer_revives_nothing(self, app, make_client, session, monkeypatch):
        """A request that began before signing out and ends after it, long enough after the last one."""
        client, same_browser = make_client(), make_client()
        enter(client, UserFactory())
        copy_cookie(client, same_browser)
        row = only_row(session)
        row.seen_at = base.now() - timedelta(minutes=10)
        at_the_end = []

        @public
        def slow():
            assert signed_in_user()
            # In a thread, because a request within a request would share what belongs to one.
            with ThreadPoolExecutor(1) as another:
                another.submit(sign_out, same_browser).result()
            at_the_end.extend((row.ended_at, row.seen_at, row.idle_ends_at))
            return "late"

        monkeypatch.setitem(app.view_functions, "public.about", slow)
        assert client.get("/about").text == "late"
        assert [is_in(each) for each in (client, same_browser)] == [False, False]
        assert at_the_end[0] is not None
        assert at_the_end == [row.ended_at, row.seen_at, row.idle_ends_at]


class TestIds:
    def test_each_sign_in_gets_another_id_and_the_old_one_stays_dead(self, client):
        user = UserFactory()
        enter(client, user)
        first = id_in(client)
        sign_out(client)
        assert id_in(client) is None
        enter(client, user)
        assert id_in(client) != first
        hold(client, first)
        assert not is_in(client)

    def test_id_planted_before_signing_in_is_not_taken_over(self, client, make_client, session):
        planted = "chosen by somebody else, and long enough"
        hold(client, planted)
        enter(client, UserFactory())
        assert id_in(client) != planted
        thief = make_client()
        hold(thief, planted)
        assert not is_in(thief)
        assert only_row(session).id_hash != hash_of(planted)

    def test_new_password_brings_a_new_id_and_ends_all_others(self, make_client):
        user = UserFactory()
        here, elsewhere, thief = make_client(), make_client(), make_client()
        enter(here, user)
        enter(elsewhere, user)
        copy_cookie(here, thief)
        before = id_in(here)
        here.submit("/account/password", current=PASSWORD, password=NEW, repeated=NEW)
        assert id_in(here) != before
        assert [is_in(each) for each in (here, elsewhere, thief)] == [True, False, False]

    def test_nothing_in_the_database_signs_anybody_in(self, client, make_client, engine, session):
        enter(client, UserFactory())
        everything = str(dump(engine))
        assert id_in(client) not in everything
        with client.session_transaction() as cookie:
            assert not any(str(value) in everything for key, value in cookie.items() if key == "device")
        row, thief = only_row(session), make_client()
        for stored in (row.id_hash, row.device_hash, str(row.id), row.user.fs_uniquifier, str(row.user_id)):
            hold(thief, stored)
            assert not is_in(thief), stored


class TestRightsLost:
    def test_role_taken_away_in_the_database_counts_at_once(self, client, session):
        user = CoordinatorFactory()
        enter(client, user)
        assert client.get("/coordinator/").status_code == 200
        user.role, user.coordinator_countries = Role.PROFESSIONAL, []
        assert client.get("/coordinator/").status_code == 403

    def test_suspension_in_the_database_counts_at_once(self, client, session):
        user = UserFactory()
        enter(client, user)
        user.active = False
        assert not is_in(client)

    def test_suspension_counts_at_once_and_ends_every_session(self, make_client, session, sign_in):
        user, admin = MinistryUserFactory(), make_client()
        browsers = [make_client(), make_client()]
        for browser in browsers:
            enter(browser, user)
        sign_in(admin, AdminFactory())
        admin.submit(f"/admin/users/{user.id}/suspend", reason="Left.")
        assert [is_in(browser) for browser in browsers] == [False, False]
        user.active = True
        assert [is_in(browser) for browser in browsers] == [False, False]

    def test_suspended_while_the_password_was_checked(self, client, page, session, monkeypatch):
        user = UserFactory()
        name = user.fs_uniquifier

        def check_slowly(found, password):
            with Session(session.get_bind()) as other:
                other.execute(update(type(user)).values(fs_uniquifier=f"not {name}"))
                other.commit()
            return password_matches(found, password)

        form = page(client.get("/account/sign-in")).form(having="email")
        monkeypatch.setattr("web.views.account.sign_in.password_matches", check_slowly)
        answer = client.post("/account/sign-in", data=form.fill(email=user.email, password=PASSWORD))
        assert answer.status_code == 422
        assert "We could not sign you in." in page(answer).errors
        assert session.scalars(select(BrowserSession)).all() == []
