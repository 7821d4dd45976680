"""Signing in and out as people do, and looking at what a browser holds."""

from urllib.parse import urlsplit

from sqlalchemy import select

from tests.support.accounts import PASSWORD
from tests.support.codes import code_of_app
from tests.support.page import Page
from web.models.browser_session import BrowserSession
from web.sessions import SESSION_ID

OWN = "/account/settings"
LIST = "/account/sessions"
COOKIE = "sankofa"


def enter(client, user, password=PASSWORD):
    answer = finish(client, client.submit("/account/sign-in", email=user.email, password=password))
    assert answer.status_code == 303
    return answer


def finish(client, answer):
    """Give the code of the app if it is asked for."""
    if urlsplit(answer.location or "").path != "/account/second-step/app":
        return answer
    return client.submit(answer.location, code=code_of_app())


def sign_out(client):
    form = Page(client.get(LIST)).soup.select_one("form[action$=sign-out]")
    return client.post(form["action"], data={"csrf_token": form.select_one("[name=csrf_token]")["value"]})


def is_in(client):
    return client.get(OWN).status_code == 200


def id_in(client):
    with client.session_transaction() as cookie:
        return cookie.get(SESSION_ID)


def copy_cookie(source, target):
    target.set_cookie(COOKIE, source.get_cookie(COOKIE).value)


def only_row(session):
    return session.scalars(select(BrowserSession)).one()
