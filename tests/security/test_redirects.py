"""After signing in, people go on to a page of ours, whatever the address says."""

from urllib.parse import quote, urljoin, urlsplit

import pytest

from attack.names import EVIL, NEXT
from tests.factories import UserFactory
from tests.support.accounts import PASSWORD, password_hash
from web.views.account import sign_in as module


def leads_away(location: str) -> bool:
    """Say whether a browser would leave; it drops control characters and reads backslashes as slashes."""
    read = "".join(letter for letter in location if letter > " ").replace("\\", "/")
    return urlsplit(urljoin("http://localhost/", read)).netloc != "localhost"


def follow(client, wanted: str) -> str:
    """Sign in with this wish for the next page, and give where the answer leads."""
    UserFactory(email="ama@people.example", password=password_hash())
    answer = client.submit(
        f"/account/sign-in?next={quote(wanted, safe='')}", email="ama@people.example", password=PASSWORD
    )
    assert answer.status_code == 303
    return answer.location


def test_there_are_enough():
    assert len(set(NEXT)) >= 60
    assert sum(leads_away(wanted) for wanted in NEXT) > 20


@pytest.mark.parametrize("wanted", NEXT)
def test_nobody_is_led_away(client, wanted):
    assert not leads_away(follow(client, wanted))


@pytest.mark.parametrize("wanted", ["/account/settings", "/vacancies?text=nurse&country=GH"])
def test_own_pages_are_gone_on_to(client, wanted):
    assert follow(client, wanted) == wanted


def test_leading_away_is_noticed(client, monkeypatch):
    """The planted fault: whoever asks is sent there."""
    monkeypatch.setattr(module, "next_page", lambda _user: f"//{EVIL}")
    assert leads_away(follow(client, "/account/settings"))
