"""Proving once more who one is before what cannot be undone."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import AdminFactory, AuthenticatorFactory, MinistryUserFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.support.codes import code_of_app
from tests.views.account.browsers import copy_cookie, enter, id_in, is_in
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.services.browser_sessions import PROOF_LASTS

PROVE = "/account/prove"
LONG_AGO = PROOF_LASTS + timedelta(seconds=1)


@pytest.fixture
def admin(client, session):
    admin = AdminFactory()
    enter(client, admin)
    return admin


def let_time_pass(session, by=LONG_AGO):
    for row in session.scalars(select(BrowserSession)):
        row.proved_at = now() - by
    session.commit()


def test_who_has_just_signed_in_is_not_asked(client, admin):
    assert client.get("/admin/users/invite").status_code == 200


def test_later_the_password_is_asked_for_and_one_comes_back(client, session, admin):
    let_time_pass(session)
    asked = client.get("/admin/users/invite?role=admin")
    assert asked.location.startswith(PROVE)
    answer = client.submit(asked.location, password=PASSWORD)
    assert answer.location == "/admin/users/invite?role=admin"
    assert client.get(answer.location).status_code == 200


def test_proof_holds_for_ten_minutes(client, session, admin):
    let_time_pass(session, timedelta(minutes=9, seconds=50))
    assert client.get("/admin/users/invite").status_code == 200
    let_time_pass(session)
    assert client.get("/admin/users/invite").status_code == 303


def test_session_of_before_there_were_proofs_is_asked(client, session, admin):
    session.scalars(select(BrowserSession)).one().proved_at = None
    assert client.get("/admin/users/invite").location.startswith(PROVE)


def test_what_was_sent_too_late_is_not_saved_and_told_so(client, session, admin, page):
    user = MinistryUserFactory()
    form = page(client.get(f"/admin/users/{user.id}/suspend")).form(having="nonce")
    let_time_pass(session)
    answer = client.post(f"/admin/users/{user.id}/suspend", data=form.fill(reason="They left."))
    assert answer.location == f"{PROVE}?next=/admin/users/{user.id}/suspend"
    assert "was not saved" in page(client.get(answer.location)).text()
    assert user.active


def test_reading_asks_for_nothing(client, session, admin):
    let_time_pass(session)
    for url in ("/admin/", "/admin/users", "/account/settings", "/account/security"):
        assert client.get(url).status_code == 200


def test_session_goes_on_under_a_new_id(client, make_client, session, admin):
    thief, before = make_client(), id_in(client)
    copy_cookie(client, thief)
    let_time_pass(session)
    client.submit(PROVE, password=PASSWORD)
    assert id_in(client) != before
    assert is_in(client)
    assert not is_in(thief)
    assert len(session.scalars(select(BrowserSession)).all()) == 1


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "/%09/evil"])
def test_next_leads_nowhere_else(client, admin, wanted):
    assert client.submit(f"{PROVE}?next={wanted}", password=PASSWORD).location == "/admin/"


def test_wrong_password_proves_nothing(client, session, admin):
    let_time_pass(session)
    assert client.submit(PROVE, password="a wrong password").status_code == 422
    assert client.get("/admin/users/invite").status_code == 303


class TestApp:
    def test_code_of_the_app_will_do_and_is_used_up(self, client, session, admin):
        let_time_pass(session)
        code = code_of_app()
        asked = client.get("/admin/users/invite").location
        other = client.get(asked).text.split('href="/account/prove/app')[1].split('"')[0]
        answer = client.submit(f"{PROVE}/app{other}", code=code)
        assert answer.location == "/admin/users/invite"
        assert client.submit(f"{PROVE}/app", code=code).status_code == 422

    def test_wrong_code_proves_nothing(self, client, session, admin):
        let_time_pass(session)
        assert client.submit(f"{PROVE}/app", code="000000").status_code == 422
        assert client.get("/admin/users/invite").status_code == 303

    def test_without_an_app_the_password_is_the_way(self, client, sign_in, page):
        sign_in(client, UserFactory())
        assert "/account/prove/app" not in " ".join(page(client.get(PROVE)).links())
        assert client.get(f"{PROVE}/app").location == PROVE

    def test_app_of_somebody_else_proves_nothing(self, client, sign_in, session, page):
        AuthenticatorFactory()
        sign_in(client, UserFactory())
        let_time_pass(session)
        values = page(client.get(PROVE)).form(having="password").fill(password="") | {"code": code_of_app()}
        assert client.post(f"{PROVE}/app", data=values).location == PROVE
        assert client.get("/account/data").location.startswith(PROVE)


SENSITIVE = {
    "account.authenticator",
    "account.authenticator_remove",
    "account.data",
    "account.data_download",
    "account.data_erase",
    "account.email",
    "account.mailed_codes",
    "account.passkeys",
    "account.passkeys_remove",
    "account.recovery_codes",
    "admin.user_change",
    "admin.user_invite",
    "admin.user_reset_factors",
    "admin.user_sign_out",
    "admin.user_suspend",
}


def test_what_cannot_be_undone_asks(app):
    assert {name for name, view in app.view_functions.items() if hasattr(view, "needs_proof")} == SENSITIVE
