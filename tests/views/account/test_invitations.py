from datetime import timedelta

import pytest
from flask_security.confirmable import generate_confirmation_token

from tests.factories import CoordinatorFactory, MinistryUserFactory, UserFactory
from tests.views.account.links import old_token

NEW = "four words nobody guesses"


def invited(**attributes):
    return MinistryUserFactory(
        password=None, confirmed_at=None, second_factor_since=None, app=None, **attributes
    )


def invitation(app, user, age=timedelta(0)):
    return f"/account/invitation/{old_token(app, generate_confirmation_token, user, age)}"


def test_accepting_sets_the_password_and_the_next_thing_is_a_second_step(app, client):
    user = invited()
    assert client.submit(invitation(app, user), password=NEW, repeated=NEW).location == "/account/sign-in"
    answer = client.submit("/account/sign-in", email=user.email, password=NEW)
    assert answer.location == "/ministry/"
    assert client.get("/ministry/").location == "/account/security"


def test_invitation_works_once(app, client):
    link = invitation(app, invited())
    client.submit(link, password=NEW, repeated=NEW)
    assert client.get(link).location == "/account/sign-in"


@pytest.mark.parametrize(("days", "status"), [(6, 200), (8, 303)])
def test_invitation_lives_seven_days(app, client, days, status):
    link = invitation(app, invited(), timedelta(days=days))
    assert client.get(link).status_code == status


def test_invitation_of_a_suspended_account_is_refused(app, client):
    assert client.get(invitation(app, invited(active=False))).status_code == 303


def test_confirmation_link_of_a_full_account_is_no_invitation(app, client):
    for user in (UserFactory(confirmed_at=None), CoordinatorFactory()):
        assert client.get(invitation(app, user)).status_code == 303
