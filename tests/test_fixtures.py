"""The ground the other tests stand on."""

import pytest
from flask import redirect
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories import AdminFactory, FacilityFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.support.app import open_app
from tests.support.page import Page
from web.db import current_session
from web.models.facility import Facility
from web.models.user import User
from web.navigation import home_endpoint
from web.services.accounts import request_password_reset
from web.views.guards import public


def test_password_of_factories_opens_the_real_sign_in(app, client, session):
    user = UserFactory()
    answer = client.submit("/account/sign-in", email=user.email, password=PASSWORD)
    with app.test_request_context():
        assert answer.location == app.url_for(home_endpoint(user.role))


def test_sign_in_signs_in(client, sign_in):
    sign_in(client, AdminFactory())
    assert client.get("/admin/").status_code == 200


class TestAddedPage:
    """With an app that nobody shares."""

    @pytest.fixture
    def make_app(self):
        return open_app

    def test_view_that_forgets_to_commit_changes_nothing(self, app, client, session):
        @app.post("/forgetful")
        @public
        def forgetful():
            current_session().add(Facility(country="GH", name="Nowhere", source="tests", source_key="x"))
            current_session().flush()
            return redirect("/")

        app.config["WTF_CSRF_ENABLED"] = False
        assert client.post("/forgetful").status_code == 302
        assert session.scalar(select(func.count(Facility.id))) == 0


def test_each_test_begins_empty(database, session):
    assert session.scalar(select(func.count(Facility.id))) == 0
    FacilityFactory()
    session.commit()


def test_each_test_begins_empty_again(database, session):
    assert session.scalar(select(func.count(Facility.id))) == 0


def test_client_and_session_show_what_is_stored(client, session, sign_in):
    user = UserFactory(name="Before")
    sign_in(client, user)
    assert session.get_one(User, user.id).name == "Before"
    client.submit("/account/settings", name="After")
    assert user.name == "After"


def test_letters_are_read_after_sending(read_mail, session: Session):
    user = UserFactory()
    request_password_reset(session, email=user.email)
    (letter,) = read_mail()
    assert letter["To"] == user.email


def test_page_reads_forms_like_a_browser(client):
    page = Page(client.get("/account/sign-up"))
    form = page.form()
    assert form.method == "post"
    assert {"csrf_token", "nonce", "name", "email", "password"} <= set(form.values)
    assert "agreed" not in form.values
    filled = form.fill(name="Ama", agreed="y", email=None)
    assert (filled["name"], filled["agreed"], filled["nonce"]) == (["Ama"], ["y"], form.values["nonce"])
    assert "email" not in filled
