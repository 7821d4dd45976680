"""Where people see that they are signed in, and end it; and the letter about a new device."""

import pytest
from sqlalchemy import select

from tests.factories import AdminFactory, BrowserSessionFactory, CoordinatorFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.support.dump import dump
from tests.views.account.browsers import LIST, enter, is_in, only_row, sign_out
from tests.views.account.links import link_in
from web.models import base
from web.models.browser_session import BrowserSession
from web.services.browser_sessions import end_sessions_of

pytestmark = pytest.mark.usefixtures("database")


class TestList:
    def test_shows_each_browser_and_which_is_this_one(self, client, page):
        user = UserFactory()
        BrowserSessionFactory(user=user)
        BrowserSessionFactory(user=user, ended_at=base.now())
        BrowserSessionFactory()
        agent = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36"}
        form = page(client.get("/account/sign-in")).form(having="email")
        client.post("/account/sign-in", data=form.fill(email=user.email, password=PASSWORD), headers=agent)
        rows = page(client.get(LIST)).soup.select(".summary-row")
        assert len(rows) == 2
        assert "Chrome on Windows" in rows[0].get_text()
        assert "This browser" in rows[0].get_text()
        assert "Firefox on Linux" in rows[1].get_text()
        assert "Sign out there" in rows[1].get_text()

    def test_ends_one(self, make_client, session):
        user, here, there, other = UserFactory(), make_client(), make_client(), make_client()
        for browser in (there, other, here):
            enter(browser, user)
        number = session.scalars(select(BrowserSession.id).order_by(BrowserSession.id)).first()
        assert here.submit(LIST, action=f"{LIST}/{number}/end").location == LIST
        assert [is_in(each) for each in (here, there, other)] == [True, False, True]

    def test_ends_all_others(self, make_client, page):
        user, here, others = UserFactory(), make_client(), [make_client() for _ in range(3)]
        for browser in (*others, here):
            enter(browser, user)
        assert here.submit(LIST, action=f"{LIST}/end-others").location == LIST
        assert [is_in(each) for each in (here, *others)] == [True, False, False, False]
        assert "end-others" not in here.get(LIST).text

    def test_nobody_ends_somebody_elses(self, make_client, page, session):
        """Foreign and absent answer alike, to professionals, staff and administrators."""
        victim = make_client()
        enter(victim, UserFactory())
        number = only_row(session).id
        for factory in (UserFactory, CoordinatorFactory, AdminFactory):
            client, user = make_client(), factory()
            BrowserSessionFactory(user=user)
            enter(client, user)
            form = page(client.get(LIST)).form(action=f"{LIST}/end-others").fill()
            answers = [client.post(f"{LIST}/{each}/end", data=form) for each in (number, 10**12)]
            assert [answer.status_code for answer in answers] == [404, 404]
            client.post(f"{LIST}/end-others", data=form)
        assert is_in(victim)

    def test_needs_the_token_and_a_post(self, client, session):
        user = UserFactory()
        other = BrowserSessionFactory(user=user)
        enter(client, user)
        for url in (f"{LIST}/{other.id}/end", f"{LIST}/end-others"):
            assert client.get(url).status_code in {404, 405}
            assert client.post(url).status_code == 400
        assert other.ended_at is None

    @pytest.mark.parametrize(
        "agent", ["x" * 1_000_000, "\0\0", "\u202eswodniW", "<b>Firefox/1</b>", "'; DROP TABLE"]
    )
    def test_hostile_browser_names_are_neither_kept_nor_shown(self, client, page, session, engine, agent):
        user = UserFactory()
        form = page(client.get("/account/sign-in")).form(having="email")
        answer = client.post(
            "/account/sign-in",
            data=form.fill(email=user.email, password=PASSWORD),
            environ_overrides={"HTTP_USER_AGENT": agent},
        )
        assert answer.status_code == 303
        assert agent[:50] not in str(dump(engine))
        shown = page(client.get(LIST))
        assert shown.status == 200
        assert agent[:50] not in shown.text()


class TestLetter:
    def test_new_device_is_told_of_with_what_to_do(self, make_client, read_mail):
        user, known, other = UserFactory(), make_client(), make_client()
        enter(known, user)
        assert read_mail() == []
        sign_out(known)
        enter(known, user)
        assert read_mail() == []
        enter(other, user)
        (letter,) = read_mail()
        assert (letter["To"], letter["Subject"]) == (user.email, "New sign-in to your account")
        text = letter.get_body(("plain",)).get_content()
        assert "Another browser" in text
        assert f"{base.now():%Y}" in text
        assert link_in(letter) == "/account/reset"

    def test_it_comes_in_the_language_of_the_account(self, make_client, read_mail):
        user = UserFactory(language="fr")
        for _ in range(2):
            enter(make_client(), user)
        (letter,) = read_mail()
        assert letter["Content-Language"] == "fr"
        assert letter["Subject"] == "Nouvelle connexion à votre compte"


class TestAdministrators:
    def test_see_how_many_and_end_all_with_a_reason(self, make_client, sign_in, page):
        desk, user = make_client(), UserFactory()
        browsers = [make_client(), make_client()]
        for browser in browsers:
            enter(browser, user)
        sign_in(desk, AdminFactory())
        url = f"/admin/users/{user.id}"
        assert "Browsers signed in 2" in " ".join(page(desk.get(url)).text(".summary-list").split())
        assert "Write why" in page(desk.submit(f"{url}/sign-out")).errors
        assert is_in(browsers[0])
        assert desk.submit(f"{url}/sign-out", reason="Lost the telephone.").location == url
        assert [is_in(browser) for browser in browsers] == [False, False]
        shown = page(desk.get(url))
        assert "Browsers signed in 0" in " ".join(shown.text(".summary-list").split())
        assert "Signed out everywhere" in shown.text("table")
        assert "Lost the telephone." in shown.text("table")
        enter(browsers[0], user)


def test_who_was_signed_out_by_others_is_told_so_once(client, page, sign_in, session):
    user = UserFactory()
    sign_in(client, user)
    end_sessions_of(session, user=user)
    session.commit()
    answer = client.get("/account/settings")
    assert answer.status_code == 303
    assert "You were signed out" in page(client.get(answer.location)).text()
    answer = client.get("/account/settings")
    assert "You were signed out" not in page(client.get(answer.location)).text()


def test_visitor_is_not_told_of_a_session(client, page):
    answer = client.get("/account/settings")
    assert "You were signed out" not in page(client.get(answer.location)).text()
