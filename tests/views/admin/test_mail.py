import pytest

from tests.factories import AdminFactory, OutboxMessageFactory, UserFactory
from web.models.base import now
from web.models.outbox import Message
from web.presenters.mail import MESSAGE
from web.queries.keyset import PAGE_SIZE


@pytest.fixture
def desk(client, sign_in):
    sign_in(client, AdminFactory())
    return client


@pytest.fixture
def letters():
    return {
        "waiting": OutboxMessageFactory(),
        "failed": OutboxMessageFactory(attempts=4, last_error="ConnectionRefusedError"),
        "sent": OutboxMessageFactory(attempts=1, sent_at=now()),
    }


@pytest.mark.parametrize("state", ["waiting", "failed", "sent"])
def test_each_state_lists_its_own(desk, page, letters, state):
    shown = page(desk.get(f"/admin/mail?state={state}"))
    assert [cell.get_text() for cell in shown.soup.select("tbody td[data-label=To]")] == [
        letters[state].recipient
    ]
    assert shown.texts(".tab-count") == ["1", "1", "1"]


def test_failed_says_how_often_and_why(desk, page, letters):
    text = page(desk.get("/admin/mail?state=failed")).text("tbody")
    assert "4" in text
    assert "ConnectionRefusedError" in text


def test_what_is_not_known_is_refused_in_words(desk, page):
    for query in ("state=lost", "after=1180591620717411303424", "before=%00"):
        shown = page(desk.get(f"/admin/mail?{query}"))
        assert (shown.status, bool(shown.errors)) == (422, True)


def test_pages_show_each_letter_once(desk, page):
    for _ in range(PAGE_SIZE + 1):
        OutboxMessageFactory()
    first = page(desk.get("/admin/mail"))
    second = page(desk.get(first.soup.select_one("a[rel=next]")["href"]))
    both = first.texts("tbody td[data-label=To]") + second.texts("tbody td[data-label=To]")
    assert len(both) == len(set(both)) == PAGE_SIZE + 1


def test_every_message_has_words(app):
    with app.test_request_context():
        assert set(MESSAGE) == set(Message)
        assert all(str(words) for words in MESSAGE.values())


def test_nobody_else_reads_it(client, sign_in):
    sign_in(client, UserFactory())
    assert client.get("/admin/mail").status_code == 403
