"""Forms that anybody may send for any address take as long, whether or not there is an account."""

import time

import pytest

from tests.factories import UserFactory
from tests.support.app import open_app

BEAT = 0.4
ANSWERS = {
    "/account/reset": {},
    "/account/confirmation": {},
    "/account/sign-up": {
        "name": "Ama",
        "password": "a long and quiet afternoon",
        "repeated": "a long and quiet afternoon",
        "agreed": "y",
    },
}


@pytest.fixture
def make_app():
    """An app of its own: its answers wait."""

    def make(settings):
        app = open_app(settings)
        app.config["BEAT_SECONDS"] = BEAT
        return app

    return make


@pytest.mark.parametrize("path", ANSWERS)
def test_answers_leave_on_the_beat(client, path):
    known = UserFactory()
    for email in (known.email, "nobody@people.example"):
        client.get(path)
        begun = time.monotonic()
        answer = client.submit(path, email=email, **ANSWERS[path])
        # Opening the page is in it too, so the beat is the least.
        assert time.monotonic() - begun >= BEAT
        assert answer.status_code == 303


def test_opening_a_page_waits_for_nothing(client):
    client.get("/account/reset")
    begun = time.monotonic()
    client.get("/account/reset")
    assert time.monotonic() - begun < BEAT
