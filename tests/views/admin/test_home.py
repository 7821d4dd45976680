import pytest

from tests.factories import (
    AdminFactory,
    CoordinatorFactory,
    MinistryFactory,
    MinistryUserFactory,
    OutboxMessageFactory,
    UserFactory,
)


@pytest.fixture
def desk(client, sign_in):
    sign_in(client, AdminFactory())
    return client


def test_nothing_to_do_is_said(desk, page):
    MinistryUserFactory()
    CoordinatorFactory()
    CoordinatorFactory()
    assert "Nothing. Every ministry has a user" in page(desk.get("/admin/")).text()


def test_what_needs_attention_comes_with_its_act(desk, page):
    lonely = MinistryFactory(name="Ministère de la Santé du Mali", country="ML")
    MinistryUserFactory(password=None, confirmed_at=None, ministry=MinistryFactory(country="GH"))
    CoordinatorFactory(countries=("GH",))
    CoordinatorFactory(countries=("GH",), active=False)
    OutboxMessageFactory(attempts=3, last_error="ConnectionRefusedError")
    shown = page(desk.get("/admin/"))
    rows = shown.texts("table:first-of-type tbody th")
    assert rows[:5] == [
        "1 mail could not be sent",
        "Ghana has one coordinator",
        "Mali has no coordinator",
        "Ministère de la Santé du Mali has no user",
        "1 invitation is not accepted yet",
    ]
    for url in (
        "/admin/mail?state=failed",
        "/admin/users/invite?role=coordinator",
        f"/admin/users/invite?role=ministry&ministry={lonely.id}",
        "/admin/users?state=invited",
    ):
        assert url in shown.links()
        assert desk.get(url).status_code == 200


def test_counts_are_of_those_who_can_sign_in(desk, page):
    UserFactory()
    UserFactory(active=False)
    UserFactory(confirmed_at=None)
    rows = [row.get_text(" ", strip=True) for row in page(desk.get("/admin/")).soup.select("tbody tr")]
    assert "Professional 1" in rows
    assert "Administrator 1" in rows
