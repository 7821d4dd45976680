"""Signing in with a second step: nothing before it is right, and no code twice."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import AuthenticatorFactory, CoordinatorFactory, UserFactory
from tests.support.accounts import PASSWORD, password_hash
from tests.support.codes import SECRET, code_of, code_of_app
from tests.support.page import Page
from tests.views.account.browsers import copy_cookie, enter, id_in, is_in
from web import sessions
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.models.second_factor import Authenticator
from web.services.accounts import new_session_name, set_password
from web.services.recovery_codes import renew_recovery_codes
from web.services.second_factors import WrongCodeError

APP = "/account/second-step/app"
RECOVERY = "/account/second-step/recovery"


@pytest.fixture
def user(session):
    user = UserFactory(second_factor_since=now())
    AuthenticatorFactory(user=user)
    return user


def go_half_way(client, user, wanted=""):
    answer = client.submit(f"/account/sign-in{wanted}", email=user.email, password=PASSWORD)
    assert answer.status_code == 303
    assert answer.location.startswith(APP)
    return answer


class TestHalfWay:
    def test_nobody_is_signed_in_by_the_password_alone(self, client, session, user):
        go_half_way(client, user)
        assert not is_in(client)
        assert id_in(client) is None
        assert session.scalar(select(func.count(BrowserSession.id))) == 0
        assert client.get(APP).status_code == 200

    def test_way_the_account_has_not_leads_to_one_it_has(self, client, user):
        go_half_way(client, user)
        for way in ("passkey", "mail"):
            assert client.get(f"/account/second-step/{way}").location == APP

    def test_right_code_signs_in_and_leads_on(self, client, user):
        answer = go_half_way(client, user, "?next=/account/sessions")
        assert client.submit(answer.location, code=code_of_app()).location == "/account/sessions"
        assert is_in(client)

    @pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example/", "/\\evil.example"])
    def test_next_leads_nowhere_else(self, client, user, wanted):
        step = go_half_way(client, user, f"?next={wanted}").location
        assert client.submit(step, code=code_of_app()).location == "/professional/"

    def test_it_is_forgotten_after_ten_minutes(self, client, user, monkeypatch):
        go_half_way(client, user)
        monkeypatch.setattr(
            sessions, "now", lambda: now() + sessions.HALF_WAY_LIFETIME + timedelta(seconds=1)
        )
        assert client.get(APP).location == "/account/sign-in"

    @pytest.mark.parametrize(
        "change", [{"fs_uniquifier": new_session_name()}, {"active": False}], ids=["password", "suspension"]
    )
    def test_it_ends_with_a_change_of_the_account(self, client, session, user, change):
        go_half_way(client, user)
        for name, value in change.items():
            setattr(user, name, value)
        assert client.get(APP).location == "/account/sign-in"
        assert client.get(RECOVERY).location == "/account/sign-in"

    def test_without_a_password_there_is_no_second_step(self, client):
        for url in (APP, RECOVERY):
            assert client.get(url).location == "/account/sign-in"

    def test_signing_in_forgets_it(self, make_client, user):
        client, copy = make_client(), make_client()
        go_half_way(client, user)
        client.submit(APP, code=code_of_app())
        with client.session_transaction() as cookie:
            assert sessions.HALF_WAY not in cookie
        copy_cookie(client, copy)
        assert copy.get(APP).location == "/account/sign-in"

    def test_new_password_is_followed_by_the_second_step(self, client, session, user):
        """A link to a new password opens the mailbox's half of the account, not the other."""
        set_password(session, user=user, password_hash=password_hash())
        go_half_way(client, user)
        assert not is_in(client)


class TestAppCodes:
    @pytest.mark.parametrize("code", ["000000", "12345", "abcdef", "", "1234567", "\u0660" * 6, "0" * 41])
    def test_wrong_code_is_refused(self, client, user, code):
        go_half_way(client, user)
        answer = client.submit(APP, code=code)
        assert answer.status_code == 422
        assert not is_in(client)

    def test_spaces_do_not_matter(self, client, user):
        go_half_way(client, user)
        code = code_of_app()
        assert client.submit(APP, code=f" {code[:3]} {code[3:]} ").status_code == 303

    @pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 422)])
    def test_this_half_minute_and_the_one_before(self, client, user, monkeypatch, steps, status):
        go_half_way(client, user)
        moment = 1_800_000_015
        monkeypatch.setattr("time.time", lambda: moment)
        assert client.submit(APP, code=code_of(SECRET, steps=steps)).status_code == status

    def test_the_half_minute_only_rises(self, make_client, session, user, monkeypatch):
        def enter_code(code):
            client = make_client()
            go_half_way(client, user)
            return client.submit(APP, code=code).status_code

        earlier, later = code_of(SECRET, steps=-1), code_of(SECRET)
        assert [enter_code(code) for code in (earlier, later, earlier, later)] == [303, 303, 422, 422]

    def test_one_of_fifty_at_once_gets_in(self, database, app, client, session, user):
        go_half_way(client, user)
        form = Page(client.get(APP)).form(having="code")
        data, statuses = form.fill(code=code_of_app()), []
        cookie = {"Cookie": f"sankofa={client.get_cookie('sankofa').value}"}

        def send():
            browser = FlaskClient(app, app.response_class, use_cookies=False)
            statuses.append(browser.post(APP, data=data, headers=cookie).status_code)

        threads = [threading.Thread(target=send) for _ in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # So many connections are of no use to the tests that come after.
        database.dispose()
        assert sorted(statuses) == [303] + [422] * 49
        assert session.scalar(select(func.count(BrowserSession.id))) == 1

    def test_code_that_was_refused_with_its_session_is_not_used_up(self, client, session, user, monkeypatch):
        """The code and the session are one transaction: either both, or neither."""
        go_half_way(client, user)
        monkeypatch.setattr(sessions, "sign_in", refuse)
        assert client.submit(APP, code=code_of_app()).status_code == 422
        monkeypatch.undo()
        assert session.scalars(select(Authenticator.last_step)).one() == 0


def refuse(*_args, **_kwargs):
    raise WrongCodeError


class TestRecoveryCodes:
    @pytest.fixture
    def codes(self, session, user):
        return renew_recovery_codes(session, user=user)

    def test_each_works_once(self, database, make_client, user, codes):
        statuses = []
        for code in (codes[3], codes[3], codes[7]):
            client = make_client()
            go_half_way(client, user)
            statuses.append(client.submit(RECOVERY, code=code).status_code)
        assert statuses == [303, 422, 303]

    def test_wrong_one_leads_to_the_list_on_paper(self, client, user, codes):
        go_half_way(client, user)
        answer = client.submit(RECOVERY, code="AAAA-AAAA-AAAA-AAAA")
        assert "the next one on your list" in answer.get_data(as_text=True)

    def test_they_are_typed_as_they_are_read(self, client, user, codes):
        go_half_way(client, user)
        typed = codes[0].lower().replace("-", " ").replace("o", "0").replace("i", "1")
        assert client.submit(RECOVERY, code=typed).status_code == 303

    def test_somebody_elses_does_not_work(self, client, session, user):
        theirs = renew_recovery_codes(session, user=UserFactory())
        go_half_way(client, user)
        assert client.submit(RECOVERY, code=theirs[0]).status_code == 422

    def test_owner_is_told(self, client, user, codes, read_mail):
        go_half_way(client, user)
        client.submit(RECOVERY, code=codes[0])
        assert "A recovery code was used" in [letter["Subject"] for letter in read_mail()]


class TestLimit:
    @pytest.fixture
    def settings(self, settings):
        return replace(settings, rate_limits=True)

    def test_wrong_codes_are_limited_in_all_ways_together(self, make_client, session, user):
        codes = renew_recovery_codes(session, user=user)
        client = make_client()
        go_half_way(client, user)
        wrong = [client.submit(url, code="000000").status_code for url in (APP, RECOVERY, APP, RECOVERY, APP)]
        assert wrong == [422] * 5
        other = make_client()
        go_half_way(other, user)
        assert client.submit(APP, code=code_of_app()).status_code == 429
        assert other.submit(RECOVERY, code=codes[0]).status_code == 429

    def test_strangers_cannot_use_up_somebodys_tries(self, make_client, user):
        stranger = make_client()
        for _ in range(6):
            answer = stranger.submit("/account/sign-in", email=user.email, password="a wrong password")
        assert answer.status_code == 422
        client = make_client()
        go_half_way(client, user)
        assert client.submit(APP, code=code_of_app()).status_code == 303


def test_staff_are_asked_too(client):
    user = CoordinatorFactory()
    go_half_way(client, user)
    assert not is_in(client)
    enter(client, user)
    assert is_in(client)
