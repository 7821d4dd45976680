"""Whom to tell of a weakness."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from web.models.base import now


def read(client) -> dict[str, str]:
    answer = client.get("/.well-known/security.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    return dict(line.split(": ", 1) for line in answer.text.splitlines())


def test_contact_and_canonical_address_are_those_of_the_settings(client, settings):
    told = read(client)
    assert told["Contact"] == f"mailto:{settings.contact_email}"
    assert told["Canonical"] == f"{settings.base_url}/.well-known/security.txt"


def test_it_always_expires_within_a_year_but_not_soon(client):
    expires = datetime.fromisoformat(read(client)["Expires"])
    assert timedelta(days=100) < expires - now() < timedelta(days=365)


@pytest.mark.parametrize(
    ("contact", "told"),
    [("safe@sankofa.example", "mailto:safe@sankofa.example"), ("https://a.example/r", "https://a.example/r")],
)
class TestContactOfItsOwn:
    @pytest.fixture
    def settings(self, settings, contact):
        return replace(settings, security_contact=contact)

    def test_it_is_told(self, client, told):
        assert read(client)["Contact"] == told
