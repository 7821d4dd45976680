from datetime import timedelta

import pytest
from flask_security.recoverable import generate_reset_password_token

from tests.factories import MinistryUserFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.views.account.links import link_in, old_token
from web.models.base import now

NEW = "four words nobody guesses"


def ask_for_link(client, user, read_mail):
    client.submit("/account/reset", email=user.email)
    return link_in(read_mail()[-1])


def test_forgotten_password_is_replaced_through_the_mail(client, read_mail):
    user = UserFactory()
    link = ask_for_link(client, user, read_mail)
    assert client.submit(link, password=NEW, repeated=NEW).location == "/account/sign-in"
    assert client.submit("/account/sign-in", email=user.email, password=PASSWORD).status_code == 422
    assert client.submit("/account/sign-in", email=user.email, password=NEW).status_code == 303
    assert read_mail()[-1]["Subject"] == "A password was set for your account"


def test_reset_link_works_once(client, read_mail):
    link = ask_for_link(client, UserFactory(), read_mail)
    client.submit(link, password=NEW, repeated=NEW)
    assert client.get(link).location == "/account/reset"
    again = client.post(link, data={"password": PASSWORD, "repeated": PASSWORD})
    assert again.status_code in {303, 400}


def test_reset_link_ends_with_any_other_change_of_the_password(client, read_mail):
    user = UserFactory()
    first, second = (ask_for_link(client, user, read_mail) for _ in range(2))
    client.submit(second, password=NEW, repeated=NEW)
    assert client.get(first).location == "/account/reset"


@pytest.mark.parametrize(("minutes", "location"), [(9, None), (11, "/account/reset")])
def test_reset_link_lives_ten_minutes(app, client, minutes, location):
    token = old_token(app, generate_reset_password_token, UserFactory(), timedelta(minutes=minutes))
    assert client.get(f"/account/reset/{token}").location == location


def test_reset_link_of_another_kind_or_changed_by_hand_is_refused(app, client, read_mail):
    link = ask_for_link(client, UserFactory(), read_mail)
    for changed in (link[:-2], link.replace("/reset/", "/invitation/"), "/account/reset/nonsense"):
        assert client.get(changed).status_code == 303


def test_reset_confirms_the_address_too(client, session, read_mail):
    user = UserFactory(confirmed_at=None)
    link = ask_for_link(client, user, read_mail)
    client.submit(link, password=NEW, repeated=NEW)
    assert user.confirmed_at is not None


def test_suspended_gets_no_link_and_an_old_link_does_not_help(client, session, read_mail):
    user = UserFactory()
    link = ask_for_link(client, user, read_mail)
    user.active = False
    client.submit("/account/reset", email=user.email)
    assert len(read_mail()) == 1
    assert client.get(link).location == "/account/reset"


def test_invited_gets_the_invitation_instead(client, read_mail):
    user = MinistryUserFactory(password=None, confirmed_at=None, invited_at=now())
    assert ask_for_link(client, user, read_mail).startswith("/account/invitation/")


def test_changed_password_ends_the_other_sessions_only(make_client, read_mail, page):
    user = UserFactory()
    here, elsewhere = make_client(), make_client()
    for browser in (here, elsewhere):
        browser.submit("/account/sign-in", email=user.email, password=PASSWORD)
    answer = here.submit("/account/password", current=PASSWORD, password=NEW, repeated=NEW)
    assert answer.location == "/account/settings"
    assert "Your password is changed." in page(here.get("/account/settings")).text()
    assert elsewhere.get("/account/settings").location.startswith("/account/sign-in")
    assert read_mail()[-1]["Subject"] == "A password was set for your account"


def test_wrong_current_password_changes_nothing(client, sign_in, page):
    user = UserFactory()
    before = user.password
    sign_in(client, user)
    answer = client.submit("/account/password", current="not this one", password=NEW, repeated=NEW)
    shown = page(answer)
    assert shown.status == 422
    assert "This is not the password you use now" in shown.errors
    assert user.password == before


def test_password_in_use_is_no_new_one(client, sign_in, page):
    user = UserFactory()
    before = user.password
    sign_in(client, user)
    answer = client.submit("/account/password", current=PASSWORD, password=PASSWORD, repeated=PASSWORD)
    assert "choose another one" in page(answer).errors
    assert user.password == before
