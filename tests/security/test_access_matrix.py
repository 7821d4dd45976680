"""Every route, by every kind of person, on one's own object, on another's and on one that is not there.

What to expect follows from the policy: the table of routes only names the objects.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import abort
from werkzeug.exceptions import NotFound
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories.scenes import Side
from tests.security.routes import ROWS, Row
from tests.security.stage import PRINCIPALS, Stage, open_stage
from tests.support.databases import sqlite_databases
from web.models.user import User
from web.permissions import POLICY, Permission, may
from web.views.guards import requires

NEITHER = {"HEAD", "OPTIONS"}
CHANGING = re.compile(rb'[0-9a-f]{16}|content="[^"]*"|(value|href|action|nonce)="[^"]*"')
# Coordinators see the whole roster, professionals every open vacancy, admins everybody.
SHARED = {
    Permission.CANDIDATE_READ,
    Permission.DOCUMENT_READ,
    Permission.LICENCE_VERIFY,
    Permission.MAIL_READ,
    Permission.MINISTRY_MANAGE,
    Permission.USER_MANAGE,
    Permission.VACANCY_READ_FIT,
    Permission.WORDING_REVOKE,
}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One scene for all; forms carry neither token nor nonce, so nothing is changed by posting them."""
    folder = tmp_path_factory.mktemp("matrix")
    with sqlite_databases(folder) as make, open_stage(make(), folder, WTF_CSRF_ENABLED=False) as stage:
        yield stage


@dataclass(frozen=True)
class Cell:
    """One request, and what the policy says about it."""

    url: str
    method: str
    expected: str


def expectation(user: User | None, permission: Permission | None, row: Row, side: Side | None) -> str:
    """Say what the policy wants: an answer, a sign-in, a refusal, or that there is nothing."""
    if permission is None:
        return "answer" if side else "absent"
    if user is None or not user.active:
        return "sign in"
    if not may(user, permission):
        return "refused"
    if side is None:
        return "absent"
    questions = [*row.also, *([(permission, row.thing)] if row.thing else [])]
    return "answer" if all(may(user, asked, pick(side)) for asked, pick in questions) else "absent"


def outcome(response: TestResponse) -> str:
    """Say what an answer amounts to."""
    if response.status_code == 303 and urlsplit(response.location).path == "/account/sign-in":
        return "sign in"
    names = {403: "refused", 404: "absent"}
    return names.get(response.status_code, "answer" if response.status_code < 500 else "failure")


def cells_of(stage: Stage, rule: Rule, user: User | None) -> Iterator[Cell]:
    """List the requests of one route: both sides, and nobody's."""
    permission = getattr(stage.app.view_functions[rule.endpoint], "permission", None)
    row, scene = ROWS[rule.endpoint], stage.scene
    filled = [(row.fill(side), side) for side in (scene.a, scene.b)]
    if row.thing:
        filled.append((row.fill_absent(scene.a), None))
    with stage.app.test_request_context():
        for method in sorted(rule.methods - NEITHER):
            for parameters, side in filled:
                url = stage.app.url_for(rule.endpoint, **parameters)
                yield Cell(url, method, expectation(user, permission, row, side))


def rules_of(stage: Stage, *endpoints: str) -> list[Rule]:
    """List the rules of the app, or of some endpoints; signing out comes last."""
    rules = [rule for rule in stage.app.url_map.iter_rules() if rule.endpoint in (endpoints or ROWS)]
    return sorted(rules, key=lambda rule: rule.endpoint == "account.sign_out")


def deviations(stage: Stage, principal: str, rules: list[Rule]) -> Iterator[str]:
    """Ask every cell as one principal and give those that answer otherwise than the policy says."""
    client, user = stage.enter(principal)
    cookie = client.get_cookie("sankofa")
    # Before the first request: whoever asks makes the session read everything again.
    cells = [list(cells_of(stage, rule, user)) for rule in rules]
    for rule, asked in zip(rules, cells, strict=True):
        absent: dict[str, set[bytes]] = {}
        for cell in asked:
            # A browser of its own for each, so that no notice from one page shows on another.
            client = stage.browser(cookie)
            response = client.open(cell.url, method=cell.method)
            if (found := outcome(response)) != cell.expected and not _leads_to_sign_in(rule, found):
                yield f"{cell.method} {cell.url}: {found} ({response.status_code}), not {cell.expected}"
            if found == "absent":
                plain = CHANGING.sub(b"", response.data.replace(cell.url.encode(), b""))
                absent.setdefault(cell.method, set()).add(plain)
            response.close()
        yield from (f"{rule} tells foreign from absent" for pages in absent.values() if len(pages) > 1)


def _leads_to_sign_in(rule: Rule, found: str) -> bool:
    # A worn-out invitation and the like send people there.
    return rule.endpoint.startswith("account.") and found == "sign in"


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_every_cell_is_as_the_policy_says(stage, principal):
    faults = list(deviations(stage, principal, rules_of(stage)))
    assert not faults, "\n".join(faults)


def test_every_route_has_a_row_and_every_row_a_route(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROWS)


def test_rows_name_the_parameters_of_their_route(app):
    named = {rule.endpoint: rule.arguments for rule in app.url_map.iter_rules()}
    assert {name for name, row in ROWS.items() if set(row.parameters) != named.get(name)} == set()


@pytest.mark.parametrize("permission", sorted(set(POLICY) - SHARED))
def test_nobody_may_do_the_same_to_both_sides(stage, permission):
    """The policy itself keeps the sides apart, whatever the routes make of it."""
    scene = stage.scene
    things = [(_things(scene.a), _things(scene.b))]
    users = [pick(scene) for pick in PRINCIPALS.values()]
    both = [
        (user.email, name)
        for of_a, of_b in things
        for name in of_a
        for user in users
        if user and may(user, permission, of_a[name]) and may(user, permission, of_b[name])
    ]
    assert both == []


def _things(side: Side) -> dict[str, Any]:
    return {
        "document": side.document,
        "professional": side.professional,
        "user": side.ministry_user,
        "facility": side.facility,
        "vacancy": side.vacancy,
        "placement": side.placement,
    }


def test_signing_in_again_is_not_needed_to_lose_a_right(stage):
    """The demoted user's browser was signed in as a coordinator's; the next request knows better."""
    client, user = stage.enter("just demoted")
    assert user.countries == frozenset()
    assert client.get("/coordinator/").status_code == 403


def test_open_door_is_noticed(stage, monkeypatch):
    """The planted fault: a page that forgets to ask whose object it shows."""
    monkeypatch.setattr("web.views.ministry.desk.check", lambda permission, thing: thing or abort(404))
    faults = list(deviations(stage, "ministry A", rules_of(stage, "ministry.vacancy_time")))
    assert [fault.split(": ")[1] for fault in faults] == [
        "answer (200), not absent",
        "answer (422), not absent",
    ]


def test_difference_between_foreign_and_absent_is_noticed(stage, monkeypatch):
    """The planted fault: a page that says whether there is such an object."""
    monkeypatch.setattr(
        "web.views.ministry.desk.check", lambda _, thing: abort(404, "Not yours" if thing else None)
    )
    monkeypatch.setattr("web.views.errors.error_page", lambda status, **words: (str(words), status))
    monkeypatch.setitem(stage.app.error_handler_spec[None][404], NotFound, lambda error: (str(error), 404))
    faults = list(deviations(stage, "ministry A", rules_of(stage, "ministry.vacancy_time")))
    assert any("tells foreign from absent" in fault for fault in faults)


def test_locked_door_is_noticed(stage, monkeypatch):
    """The planted fault: a page that its own people cannot open."""
    monkeypatch.setitem(
        stage.app.view_functions, "admin.ministries", requires(Permission.MINISTRY_MANAGE)(_refuse)
    )
    assert len(list(deviations(stage, "admin", rules_of(stage, "admin.ministries")))) == 2


def _refuse() -> None:
    abort(403)
