"""The pages people see when something fails."""

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.factories import UserFactory
from tests.factories.scenes import make_scene
from tests.support.app import open_app
from web.db import current_engine
from web.i18n import language_links
from web.views.guards import public


@pytest.fixture
def database_away(app):
    """Refuse every statement, as a database that has gone does."""

    def refuse(*_args):
        raise OperationalError("SELECT 1", {}, Exception("the server closed the connection"))

    with app.app_context():
        engine = current_engine()
    event.listen(engine, "before_cursor_execute", refuse)
    yield
    event.remove(engine, "before_cursor_execute", refuse)


@pytest.mark.usefixtures("database_away")
class TestDatabaseAway:
    def test_visitor_reads_when_to_come_back(self, client, page):
        answer = client.get("/vacancies")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        assert page(answer).heading == "We are away for a moment"

    def test_somebody_signed_in_reads_the_same(self, client, page, sign_in):
        # Built, not stored: nothing can be stored now.
        sign_in(client, UserFactory.build())
        assert page(client.get("/account/settings")).heading == "We are away for a moment"

    def test_pages_without_data_are_still_there(self, client):
        for url in ("/healthz", "/about", "/privacy"):
            assert client.get(url).status_code == 200


class TestAddedPage:
    """With an app that nobody shares."""

    @pytest.fixture
    def make_app(self):
        return open_app

    def test_failure_tells_the_number_the_log_has_and_nothing_else(self, app, client, page, caplog):
        @app.get("/broken")
        @public
        def broken():
            raise RuntimeError("secret detail")

        answer = client.get("/broken")
        shown = page(answer)
        assert (shown.status, shown.heading) == (500, "Something went wrong on our side")
        assert "secret detail" not in answer.text
        assert answer.headers["X-Request-Id"] in shown.text()
        assert answer.headers["X-Request-Id"] in caplog.text


def test_form_without_its_token_says_what_to_do(client, page):
    shown = page(client.post("/account/sign-up", data={"name": "Ama"}))
    assert (shown.status, shown.heading) == (400, "This form was open for too long")


def test_form_of_somebody_signed_out_says_so(client, page):
    shown = page(client.post("/professional/profile/residence", data={"country": "FR"}))
    assert (shown.status, shown.heading) == (400, "You are signed out")


def test_too_much_text_is_refused(client, page):
    shown = page(client.post("/account/sign-up", data={"name": "a" * 5_000_000}))
    assert (shown.status, shown.heading) == (413, "That is too much at once")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("path", ["candidates/%00", "candidates?after=99999999999999999"])
def test_what_no_column_can_hold_is_the_senders_mistake(client, sign_in, path):
    side = make_scene().a
    sign_in(client, side.ministry_user)
    answer = client.get(f"/ministry/vacancies/{side.vacancy.id}/{path}")
    assert answer.status_code in {200, 400, 404}


def test_language_is_switched_on_the_page_a_refused_button_stands_on(app):
    for button, page in (
        ("/coordinator/cases/7/approve", "/coordinator/cases/7"),
        ("/coordinator/facilities/7/readiness/confirm", "/coordinator/facilities/7"),
        ("/account/sign-in", "/account/sign-in"),
        ("/nowhere", "/nowhere"),
    ):
        with app.test_request_context(button, method="POST"):
            assert [link for _code, _name, link, _current in language_links()] == [
                f"{page}?language=en",
                f"{page}?language=fr",
            ]
