"""Methods that nobody asked for, and headers that a proxy would set, get nothing out of any route."""

import pytest

from tests.security.routes import ROWS
from tests.security.stage import open_stage
from tests.support.databases import MakeDatabase

ODD = ("TRACE", "TRACK", "CONNECT", "PROPFIND", "PUT", "PATCH", "DELETE", "DEBUG")
CANARY = "canary.example"
FORWARDED = ("X-Forwarded-Host", "X-Forwarded-For", "Forwarded", "X-Original-URL", "X-Rewrite-URL")


@pytest.fixture(scope="module")
def stage(make_sqlite: MakeDatabase, tmp_path_factory: pytest.TempPathFactory):
    with open_stage(make_sqlite(), tmp_path_factory.mktemp("methods"), WTF_CSRF_ENABLED=False) as stage:
        yield stage


def addresses(stage) -> list[str]:
    """Give the address of each route on side A."""
    with stage.app.test_request_context():
        return [
            stage.app.url_for(rule.endpoint, **ROWS[rule.endpoint].fill(stage.scene.a))
            for rule in stage.app.url_map.iter_rules()
        ]


def answered(stage, methods, urls) -> list[str]:
    """Name the requests that are not refused, or that repeat what they were sent."""
    client, _ = stage.enter("admin")
    found = []
    for url in urls:
        for method in methods:
            answer = client.open(url, method=method, headers={"X-Canary": CANARY})
            if not 400 <= answer.status_code < 500 or CANARY in answer.text:
                found.append(f"{method} {url}: {answer.status_code}")
            answer.close()
    return found


def test_odd_methods_are_refused_everywhere(stage):
    assert answered(stage, ODD, addresses(stage)) == []


def test_answer_is_noticed(stage):
    """The planted fault: a method that is answered."""
    assert answered(stage, ("GET",), ["/about"]) == ["GET /about: 200"]


@pytest.mark.parametrize("header", FORWARDED)
def test_headers_of_a_proxy_are_not_believed(client, header):
    for path in ("/account/settings", "/account/reset"):
        answer = client.get(path, headers={header: CANARY})
        assert CANARY not in answer.text
        assert CANARY not in answer.headers.get("Location", "")
