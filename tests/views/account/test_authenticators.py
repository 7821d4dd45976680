"""Setting up an app for the second step, and the recovery codes that come with it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import AuthenticatorFactory, CoordinatorFactory, UserFactory
from tests.support.codes import SECRET, code_of
from tests.support.page import Page
from tests.support.sessions import hold, open_session
from tests.views.account.links import written_before
from web.models.base import now
from web.models.second_factor import Authenticator, RecoveryCode
from web.services.authenticators import confirm_authenticator
from web.views.account import authenticators

APP = "/account/security/app"
REMOVE = "/account/security/app/remove"
CODES = "/account/security/recovery-codes"


@pytest.fixture
def user(client, sign_in):
    user = UserFactory()
    sign_in(client, user)
    return user


def secret_on(page):
    return page.text(".typed-key").replace(" ", "")


def set_up(client):
    page = Page(client.get(APP))
    return client.post(APP, data=page.form(having="setup").fill(code=code_of(secret_on(page))))


def count(session, model):
    return session.scalar(select(func.count()).select_from(model))


def test_it_counts_once_a_code_was_right(client, session, user):
    page = Page(client.get(APP))
    form = page.form(having="setup")
    assert client.post(APP, data=form.fill(code="000000")).status_code == 422
    assert (count(session, Authenticator), user.second_factor_since) == (0, None)
    assert client.post(APP, data=form.fill(code=code_of(secret_on(page)))).location == f"{CODES}?first=y"
    assert session.scalars(select(Authenticator)).one().secret == secret_on(page)
    assert user.second_factor_since is not None


def test_page_comes_back_with_the_same_key(client, user):
    page = Page(client.get(APP))
    again = Page(client.post(APP, data=page.form(having="setup").fill(code="000000")))
    assert secret_on(again) == secret_on(page)
    assert again.soup.select_one("svg.qr-code")


def test_the_same_key_set_up_again_takes_no_code_twice(session):
    user = UserFactory()
    confirm_authenticator(session, user=user, secret=SECRET, code=code_of(SECRET), kept=0)
    app = session.scalars(select(Authenticator)).one()
    app.last_step = later = app.last_step + 1
    confirm_authenticator(session, user=user, secret=SECRET, code=code_of(SECRET), kept=0)
    assert app.last_step == later


def test_no_two_visits_get_the_same_key(client, user):
    assert secret_on(Page(client.get(APP))) != secret_on(Page(client.get(APP)))


def test_key_of_somebody_else_is_not_taken(client, make_client, sign_in, user):
    """Whoever could plant a key would know all codes to come."""
    other = make_client()
    sign_in(other, UserFactory())
    theirs = Page(other.get(APP))
    key = theirs.form(having="setup").values["setup"]
    own = Page(client.get(APP)).form(having="setup")
    values = own.fill(code=code_of(secret_on(theirs))) | {"setup": key}
    assert client.post(APP, data=values).status_code == 422


@pytest.mark.parametrize("setup", ["", "nonsense", "a.b.c"])
def test_key_that_is_not_ours_is_not_taken(client, session, user, setup):
    form = Page(client.get(APP)).form(having="setup")
    values = form.fill(code=code_of(SECRET)) | {"setup": [setup]}
    assert client.post(APP, data=values).status_code == 422
    assert count(session, Authenticator) == 0


def test_key_of_a_page_left_open_is_not_taken(app, client, session, user):
    form = Page(client.get(APP)).form(having="setup")
    for minutes, taken in ((31, 0), (29, 1)):
        with app.app_context(), written_before(timedelta(minutes=minutes)):
            setup = authenticators._serializer().dumps([user.id, SECRET])
        client.post(APP, data=form.fill(code=code_of(SECRET)) | {"setup": [setup]})
        assert count(session, Authenticator) == taken


def test_code_it_was_set_up_with_does_not_sign_in(client, session, user):
    set_up(client)
    step = session.scalars(select(Authenticator.last_step)).one()
    assert step == pytest.approx(now().timestamp() // 30, abs=1)


def test_new_app_takes_the_place_of_the_old_one(client, session, user):
    AuthenticatorFactory(user=user, last_step=10**9)
    set_up(client)
    assert session.scalars(select(Authenticator)).one().secret != SECRET


def test_other_browsers_are_signed_out(client, make_client, sign_in, user):
    other = make_client()
    open_session(user, "another browser")
    hold(other, "another browser")
    assert other.get("/account/settings").status_code == 200
    set_up(client)
    assert other.get("/account/settings").status_code == 303
    assert client.get("/account/settings").status_code == 200


def test_codes_are_shown_once_counted_and_renewed(client, session, user):
    set_up(client)
    shown = Page(client.get(CODES)).texts(".recovery-codes code")
    assert len(set(shown)) == 10
    assert all(re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", code) for code in shown)
    again = Page(client.get(CODES))
    assert "You have 10 codes left." in again.text()
    assert not any(code in again.text() for code in shown)
    assert client.submit(CODES).location == CODES
    renewed = Page(client.get(CODES)).texts(".recovery-codes code")
    assert not set(shown) & set(renewed)
    assert count(session, RecoveryCode) == 10


def test_codes_are_stored_as_digests(client, session, user):
    set_up(client)
    shown = Page(client.get(CODES)).texts(".recovery-codes code")
    stored = " ".join(session.scalars(select(RecoveryCode.code_hash)))
    assert not any(code.replace("-", "").lower() in stored for code in shown)


def test_professionals_may_take_it_away(client, session, user):
    set_up(client)
    assert client.submit(REMOVE).location == "/account/security"
    assert (count(session, Authenticator), count(session, RecoveryCode)) == (0, 0)
    assert user.second_factor_since is None


def test_staff_keep_their_last_one(client, session, sign_in, page):
    user = CoordinatorFactory()
    sign_in(client, user)
    answer = client.submit(REMOVE)
    assert answer.status_code == 422
    assert "Set up another one first" in page(answer).errors
    assert count(session, Authenticator) == 1


def test_owner_is_told(client, user, read_mail):
    set_up(client)
    client.get(CODES)
    client.submit(CODES)
    client.submit(REMOVE)
    assert [letter["Subject"] for letter in read_mail()] == [
        "A second step was turned on",
        "Your account has new recovery codes",
        "An app was taken away from your account",
    ]


def test_page_says_what_is_on_and_the_one_next_act(client, user, page):
    before = page(client.get("/account/security"))
    assert [button.get_text() for button in before.soup.select("main .btn-primary")] == ["Set up an app"]
    set_up(client)
    after = page(client.get("/account/security"))
    assert "10 left" in after.text()
    assert after.soup.select("main .btn-primary") == []
