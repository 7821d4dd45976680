"""Two fences on every route: staff without a second step, and who has proved long ago who they are."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from werkzeug.routing import Rule

from tests.security.routes import ROWS
from tests.security.stage import Stage, open_stage
from tests.support.databases import sqlite_databases
from web import accounts
from web.models.browser_session import BrowserSession
from web.models.user import Role, User
from web.permissions import may
from web.sessions import OpenSession

NEITHER = {"HEAD", "OPTIONS"}
SET_UP, PROVE = "/account/security", "/account/prove"
# The whole of it: the page that says so, setting up, and proving who one is if the sign-in is long ago.
BEFORE_SET_UP = {
    "account.security",
    "account.authenticator",
    "account.passkeys",
    "account.prove",
    "account.prove_app",
}
STAFF = ("ministry A", "coordinator of country 1", "admin")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One scene for all; forms carry neither token nor nonce, so nothing is changed by posting them."""
    folder = tmp_path_factory.mktemp("factors")
    with sqlite_databases(folder) as make, open_stage(make(), folder, WTF_CSRF_ENABLED=False) as stage:
        yield stage


@pytest.fixture
def without(stage: Stage) -> Iterator[Stage]:
    """Nobody has a second step."""
    users = stage.session.query(User).all()
    before = {user: user.second_factor_since for user in users}
    for user in users:
        user.second_factor_since = None
    stage.session.commit()
    yield stage
    for user, since in before.items():
        user.second_factor_since = since
    stage.session.commit()


def guarded(stage: Stage) -> list[Rule]:
    """List every route of the url map that names a permission."""
    views = stage.app.view_functions
    return [rule for rule in stage.app.url_map.iter_rules() if hasattr(views[rule.endpoint], "permission")]


def reached(stage: Stage, principal: str, led_to: str = SET_UP) -> set[str]:
    """Ask every guarded route by every method, and give those that did not lead where the fence leads."""
    client, _ = stage.enter(principal)
    cookie = client.get_cookie("sankofa")
    found = set()
    for rule in guarded(stage):
        parameters = ROWS[rule.endpoint].fill(stage.scene.a)
        with stage.app.test_request_context():
            url = stage.app.url_for(rule.endpoint, **parameters)
        for method in rule.methods - NEITHER:
            answer = stage.browser(cookie).open(url, method=method)
            if answer.status_code != 303 or urlsplit(answer.location).path != led_to:
                found.add(rule.endpoint)
    return found


@pytest.mark.parametrize("principal", STAFF)
def test_staff_are_led_to_the_set_up_from_everywhere(without, principal):
    assert len(guarded(without)) > 80
    assert reached(without, principal) == BEFORE_SET_UP


def test_professionals_may_do_without(without):
    client, _ = without.enter("professional A")
    assert client.get("/professional/").status_code == 200


def test_made_up_people_are_spared_while_there_are_demo_sign_ins(without):
    client, user = without.enter("admin")
    user.is_demo = True
    assert client.get("/admin/").status_code == 200
    settings = without.app.config["SETTINGS"]
    try:
        without.app.config["SETTINGS"] = replace(settings, demo_sign_ins=False)
        assert client.get("/admin/").location == SET_UP
    finally:
        without.app.config["SETTINGS"] = settings
        user.is_demo = False


def test_they_can_sign_out_and_choose_their_language(without):
    client, _ = without.enter("admin")
    page = client.get(SET_UP + "?language=fr", follow_redirects=True)
    assert page.status_code == 200
    assert 'lang="fr"' in page.text
    assert client.post("/account/sign-out").location == "/"
    assert client.get(SET_UP).location.startswith("/account/sign-in")


def test_open_door_is_noticed(without, monkeypatch):
    """The planted fault: a guard that spares administrators."""
    spare = accounts.lacks_second_factor
    monkeypatch.setattr(
        "web.views.guards.lacks_second_factor", lambda user: user.role != Role.ADMIN and spare(user)
    )
    assert "admin.users" in reached(without, "admin")


@pytest.fixture
def unproved(stage: Stage) -> Iterator[Stage]:
    """Everybody is signed in, and nobody has proved lately who they are."""
    opened = stage.session.query(BrowserSession).all()
    before = {each: each.proved_at for each in opened}
    for each in opened:
        each.proved_at = None
    stage.session.commit()
    yield stage
    for each, proved_at in before.items():
        each.proved_at = proved_at
    stage.session.commit()


def open_without_proof(stage: Stage, principal: str) -> set[str]:
    """Name the routes for what cannot be taken back that a principal may use and was not asked before."""
    _, user = stage.enter(principal)
    views = stage.app.view_functions
    asking = {
        name for name, view in views.items() if hasattr(view, "needs_proof") and may(user, view.permission)
    }
    assert asking
    return asking & reached(stage, principal, PROVE)


@pytest.mark.parametrize("principal", ["professional A", *STAFF])
def test_what_cannot_be_taken_back_asks_again(unproved, principal):
    assert open_without_proof(unproved, principal) == set()


def test_proof_that_never_ends_is_noticed(unproved, monkeypatch):
    """The planted fault: a session that counts as proved for ever."""
    monkeypatch.setattr(OpenSession, "is_proved", True)
    assert "admin.user_suspend" in open_without_proof(unproved, "admin")
