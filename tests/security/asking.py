"""Asking for every route as one of the principals: what came back, and what should have."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.factories.scenes import Scene, Side
from tests.security.routes import MORE, ROWS, Row
from tests.security.stage import Stage
from tests.security.tokens import Words, text_of
from web.models.user import User
from web.permissions import Permission, may

NEITHER = {"HEAD", "OPTIONS"}
CHANGING = re.compile(rb'[0-9a-f]{16}|content="[^"]*"|(value|href|action|nonce)="[^"]*"')


@dataclass(frozen=True)
class Cell:
    """One request, and what the policy says about it."""

    rule: Rule
    url: str
    method: str
    expected: str

    def __str__(self) -> str:
        return f"{self.method} {self.url}"


@dataclass(frozen=True)
class Answer:
    """What came back: the outcome, whose words were in it, and a digest of what does not always change."""

    cell: Cell
    status: int
    outcome: str
    shown: frozenset[Words]
    digest: str
    request_id: str


def rules_of(stage: Stage, *endpoints: str) -> list[Rule]:
    """List the rules of the app, or of some endpoints; signing out comes last."""
    rules = [rule for rule in stage.app.url_map.iter_rules() if rule.endpoint in (endpoints or ROWS)]
    return sorted(rules, key=lambda rule: rule.endpoint == "account.sign_out")


def cells_of(stage: Stage, rule: Rule, user: User | None) -> Iterator[Cell]:
    """List the requests of one route: both sides, and nobody's."""
    permission = getattr(stage.app.view_functions[rule.endpoint], "permission", None)
    with stage.app.test_request_context():
        for row in (ROWS[rule.endpoint], *MORE.get(rule.endpoint, ())):
            for method in sorted(rule.methods - NEITHER):
                for parameters, side in _fill(row, stage.scene):
                    url = stage.app.url_for(rule.endpoint, **parameters)
                    yield Cell(rule, url, method, expectation(user, permission, row, side))


def _fill(row: Row, scene: Scene) -> list[tuple[dict[str, Any], Side | None]]:
    filled: list[tuple[dict[str, Any], Side | None]] = [(row.fill(side), side) for side in (scene.a, scene.b)]
    return [*filled, (row.fill_absent(scene.a), None)] if row.thing else filled


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


def ask(stage: Stage, principal: str, rules: list[Rule]) -> Iterator[Answer]:
    """Ask every cell of some rules as one principal."""
    client, user = stage.enter(principal)
    cookie = client.get_cookie("sankofa")
    # Before the first request: whoever asks makes the session read everything again.
    cells = [cell for rule in rules for cell in cells_of(stage, rule, user)]
    for cell in cells:
        # A browser of its own for each, so that no notice from one page shows on another.
        response = stage.browser(cookie).open(cell.url, method=cell.method)
        plain = CHANGING.sub(b"", response.data.replace(cell.url.encode(), b""))
        yield Answer(
            cell,
            response.status_code,
            outcome(response),
            # What somebody writes into the address themselves they have not learnt here.
            stage.tokens.found_in(text_of(stage.app, response)) - stage.tokens.found_in(cell.url.encode()),
            hashlib.sha256(plain).hexdigest(),
            response.headers["X-Request-Id"],
        )
        response.close()
