from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import AdminFactory, CoordinatorFactory, MinistryUserFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.support.page import Page
from tests.views.account.browsers import finish, sign_out
from web.app import create_app
from web.views.account import limits


def enter(client, user, url="/account/sign-in", password=PASSWORD):
    return finish(client, client.submit(url, email=user.email, password=password))


@pytest.mark.parametrize(
    ("factory", "home"),
    [
        (UserFactory, "/professional/"),
        (MinistryUserFactory, "/ministry/"),
        (CoordinatorFactory, "/coordinator/"),
        (AdminFactory, "/admin/"),
    ],
)
def test_everybody_begins_at_their_own_home(client, factory, home):
    assert enter(client, factory()).location == home


def test_refusals_sound_alike(client, page):
    people = [
        (UserFactory(), "a wrong password"),
        (UserFactory(confirmed_at=None), PASSWORD),
        (UserFactory(active=False), PASSWORD),
        (MinistryUserFactory(password=None), PASSWORD),
        (UserFactory.build(email="unknown@people.example"), PASSWORD),
    ]
    answers = [page(enter(client, user, password=password)) for user, password in people]
    assert {answer.status for answer in answers} == {422}
    assert len({answer.errors for answer in answers}) == 1


@pytest.mark.parametrize("wanted", ["/account/settings", "/vacancies?text=midwife"])
def test_next_leads_to_our_own_pages(client, wanted):
    answer = client.submit("/account/sign-in?next=" + wanted.replace("?", "%3F"), **credentials())
    assert answer.location == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/%0d%0aSet-Cookie:x=1",
        "",
    ],
)
def test_next_leads_nowhere_else(client, wanted):
    answer = client.submit(f"/account/sign-in?next={wanted}", **credentials())
    assert answer.location == "/professional/"


def credentials():
    return {"email": UserFactory().email, "password": PASSWORD}


def test_guarded_page_is_reached_after_signing_in(client):
    sent = client.get("/account/settings")
    assert sent.status_code == 303
    assert client.submit(sent.location, **credentials()).location == "/account/settings"


def test_signing_out_ends_the_session_and_keeps_the_language(client):
    client.get("/?language=fr")
    enter(client, UserFactory())
    assert client.get("/account/settings").status_code == 200
    assert client.get("/account/sign-out").status_code == 405
    token = sign_out_token(client)
    assert client.post("/account/sign-out", data={"csrf_token": token}).location == "/"
    assert client.get("/account/settings").status_code == 303
    assert 'lang="fr"' in client.get("/").text


def sign_out_token(client):
    text = client.get("/account/settings").text
    return text.split('name="csrf_token" value="')[1].split('"')[0]


def test_signing_out_needs_the_token(client):
    enter(client, UserFactory())
    assert client.post("/account/sign-out").status_code == 400
    assert client.get("/account/settings").status_code == 200


def test_files_carry_nobodys_cookie(client):
    """Caches on the way keep them, and a late one must not put an old session back."""
    enter(client, UserFactory())
    for path in ("/static/css/sankofa.css", "/bootstrap/static/css/bootstrap.min.css"):
        with client.get(path) as file:
            assert file.status_code == 200
            assert "Set-Cookie" not in file.headers
            assert "Cookie" not in file.headers.get("Vary", "")
    assert "Set-Cookie" in client.get("/account/settings").headers


def test_whoever_is_signed_in_is_not_asked_again(client, sign_in):
    sign_in(client, UserFactory())
    for url in ("/account/sign-in", "/account/sign-up"):
        assert client.get(url).location == "/professional/"


class TestRateLimits:
    @pytest.fixture
    def settings(self, settings):
        return replace(settings, rate_limits=True)

    def test_failed_tries_are_limited_and_told_so(self, client, page):
        user = UserFactory()
        statuses = [enter(client, user, password="a wrong password").status_code for _ in range(10)]
        assert set(statuses) == {422}
        shown = page(enter(client, user))
        assert (shown.status, shown.heading) == (429, "Too many tries")

    def test_colleague_behind_the_same_router_is_not_locked_out(self, make_client):
        tried, colleague = UserFactory(), UserFactory()
        for _ in range(11):
            last = enter(make_client(), tried, password="a wrong password")
        assert last.status_code == 429
        assert enter(make_client(), colleague).status_code == 303

    def test_other_ways_to_write_an_address_are_the_same_account(self, make_client):
        user = UserFactory(email="ama@people.example")
        tries = ["ama@people.example", "AMA@people.example", " ama@PEOPLE.example "] * 4
        answers = [
            make_client().submit("/account/sign-in", email=email, password="a wrong password")
            for email in tries
        ]
        assert [answer.status_code for answer in answers] == [422] * 10 + [429] * 2
        assert enter(make_client(), user).status_code == 429

    @pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\u00ad", "\ufeff", "\u3164", " " * 250])
    def test_what_nobody_sees_in_an_address_makes_no_other_account(self, make_client, hidden):
        user = UserFactory(email="ama@people.example")
        for tried in range(11):
            email = hidden * tried + user.email
            last = make_client().submit("/account/sign-in", email=email, password="a wrong password")
        assert last.status_code == 429

    def test_guesser_who_changes_accounts_meets_the_limit_of_the_address(self, make_client):
        client = make_client()
        statuses = [
            client.submit("/account/sign-in", email=f"{n}@people.example", password="").status_code
            for n in range(101)
        ]
        assert statuses == [422] * 100 + [429]

    def test_only_who_is_refused_is_told_to_wait(self, client):
        user = UserFactory()
        for _ in range(10):
            assert "Retry-After" not in enter(client, user, password="a wrong password").headers
        assert int(enter(client, user).headers["Retry-After"]) > 0

    def test_successful_tries_do_not_count(self, make_client):
        user = UserFactory()
        assert {enter(make_client(), user).status_code for _ in range(12)} == {303}

    def test_owner_signs_in_on_a_device_of_theirs_whoever_else_tries(self, make_client, monkeypatch):
        monkeypatch.setattr(limits, "SIGN_IN_OF_EVERYBODY", (10, timedelta(minutes=5)))
        user, own, strange = UserFactory(), make_client(), make_client()
        enter(own, user)
        sign_out(own)
        for _ in range(11):
            last = enter(strange, user, password="a wrong password")
        assert last.status_code == 429
        assert enter(make_client(), user).status_code == 429
        assert enter(own, user).status_code == 303

    def test_device_of_theirs_is_limited_too(self, client):
        user = UserFactory()
        enter(client, user)
        sign_out(client)
        statuses = [enter(client, user, password="a wrong password").status_code for _ in range(11)]
        assert statuses == [422] * 10 + [429]

    def test_device_of_somebody_else_does_not_count_as_known(self, make_client):
        user, client = UserFactory(), make_client()
        enter(client, UserFactory())
        sign_out(client)
        for _ in range(10):
            enter(make_client(), user, password="a wrong password")
        assert enter(client, user).status_code == 429

    def test_guesser_who_changes_addresses_and_accounts_meets_the_limit_of_all(
        self, make_client, monkeypatch
    ):
        monkeypatch.setattr(limits, "SIGN_IN_OF_EVERYBODY", (5, timedelta(minutes=5)))
        client = make_client()
        form = Page(client.get("/account/sign-in")).form(having="email")
        statuses = [
            client.post(
                "/account/sign-in",
                data=form.fill(email=f"{n}@people.example", password="wrong"),
                environ_base={"REMOTE_ADDR": f"198.51.100.{n}"},
            ).status_code
            for n in range(6)
        ]
        assert statuses == [422] * 5 + [429]

    def test_mail_by_request_is_limited(self, client):
        statuses = [
            client.submit("/account/reset", email="nobody@people.example").status_code for _ in range(11)
        ]
        assert statuses == [303] * 10 + [429]


def test_production_cookie_is_bound_to_the_host_and_to_https(settings):
    app = create_app(replace(settings, production=True, demo_sign_ins=False, base_url="https://a.example"))
    with app.test_client() as client:
        cookie = client.get("/?language=fr", base_url="https://a.example").headers["Set-Cookie"]
    assert cookie.startswith("__Host-sankofa=")
    for attribute in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert attribute in cookie
