"""A link from a mail, opened where somebody else is signed in: nothing is done before they sign out."""

from datetime import timedelta

import pytest
from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token

from tests.factories import AdminFactory, MinistryUserFactory, UserFactory
from tests.support.accounts import PASSWORD, password_hash
from tests.views.account.links import old_token
from web.accounts import make_address_token

pytestmark = pytest.mark.usefixtures("database")

NEW = "four words nobody guesses"


def reset():
    user = UserFactory(password=password_hash())
    return user, generate_reset_password_token, {"password": NEW, "repeated": NEW}


def email():
    return UserFactory(new_email="new@people.example"), make_address_token, {}


def confirm():
    user = UserFactory(password=password_hash(), confirmed_at=None)
    return user, generate_confirmation_token, {"password": PASSWORD}


def invitation():
    user = MinistryUserFactory(password=None, confirmed_at=None, second_factor_since=None, app=None)
    return user, generate_confirmation_token, {"password": NEW, "repeated": NEW}


@pytest.mark.parametrize("kind", [reset, email, confirm, invitation])
def test_whoever_is_signed_in_signs_out_first(app, client, page, sign_in, kind):
    owner, make_token, answers = kind()
    link = f"/account/{kind.__name__}/{old_token(app, make_token, owner, timedelta(0))}"
    admin = AdminFactory()
    sign_in(client, admin)
    before = owner.password, owner.email, owner.confirmed_at
    asked = page(client.get(link))
    assert "This link is for another account" in asked.heading
    assert admin.email in asked.text()
    assert owner.email in asked.text()
    # A form from before somebody else signed in does nothing either.
    stale = client.post(link, data={"nonce": "n", **asked.form().values, **answers})
    assert "This link is for another account" in page(stale).heading
    assert (owner.password, owner.email, owner.confirmed_at) == before

    gone_on = client.submit(link)
    assert gone_on.location == link
    assert client.get("/admin/").status_code == 303
    assert client.submit(link, **answers).location == "/account/sign-in"
    assert (owner.password, owner.email, owner.confirmed_at) != before


def test_own_link_is_used_where_one_is_signed_in(app, client, page, sign_in):
    owner, make_token, answers = reset()
    sign_in(client, owner)
    link = f"/account/reset/{old_token(app, make_token, owner, timedelta(0))}"
    assert owner.email in page(client.get(link)).text()
    assert client.submit(link, **answers).location == "/account/sign-in"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_signing_out_leads_nobody_away(client, page, sign_in, wanted):
    sign_in(client, UserFactory())
    forms = page(client.get("/account/settings")).forms(everywhere=True)
    (form,) = [form for form in forms if form.action == "/account/sign-out"]
    answer = client.post(form.action, query_string={"next": wanted}, data=form.fill())
    assert answer.location == "/"
