"""Every answer of every route carries its headers, while developing and in production."""

from pathlib import Path

import pytest

from config import Settings
from tests.security.routes import ROWS
from tests.security.stage import Stage, open_stage
from tests.support.accounts import PASSWORD, SECRET_KEY
from tests.support.app import open_app
from tests.support.databases import MakeDatabase
from tests.support.keys import KEYS

FILES = {"static", "bootstrap.static"}
EXACT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DIRECTIVES = {
    *("default-src 'none'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"),
    *("form-action 'self'", "connect-src 'self'", "img-src 'self'", "font-src 'self'"),
}


@pytest.fixture(scope="module")
def stage(make_sqlite: MakeDatabase, tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("headers")
    with open_stage(make_sqlite(), folder, WTF_CSRF_ENABLED=False) as stage:
        yield stage


def find_missing(headers, *, is_file: bool) -> list[str]:
    """Name the headers that an answer lacks."""
    missing = [name for name, value in EXACT.items() if headers.get(name) != value]
    policy = headers.get("Content-Security-Policy", "")
    if "unsafe" in policy or "default-src 'none'" not in policy or "frame-ancestors 'none'" not in policy:
        missing.append("Content-Security-Policy")
    if not is_file and not set(policy.split("; ")) >= DIRECTIVES:
        missing.append("directives")
    if "camera=()" not in headers.get("Permissions-Policy", ""):
        missing.append("Permissions-Policy")
    kept = "public, max-age=31536000, immutable" if is_file else "no-store"
    if headers.get("Cache-Control") != kept:
        missing.append("Cache-Control")
    if "Server" in headers or "X-Powered-By" in headers:
        missing.append("silence about what runs here")
    return missing


def addresses(stage: Stage):
    """Give each route of the app once, with the methods it has."""
    with stage.app.test_request_context():
        for rule in stage.app.url_map.iter_rules():
            url = stage.app.url_for(rule.endpoint, **ROWS[rule.endpoint].fill(stage.scene.a))
            for method in sorted(rule.methods - {"OPTIONS"}):
                yield rule.endpoint, method, url


@pytest.mark.parametrize("principal", ["visitor", "admin"])
def test_every_route_answers_with_its_headers(stage, principal):
    faults = []
    asked = list(addresses(stage))
    assert len(asked) > 200
    for endpoint, method, url in asked:
        if endpoint == "account.sign_out":
            continue
        client, _ = stage.enter(principal)
        answer = client.open(url, method=method)
        faults += [
            f"{method} {url}: {name}" for name in find_missing(answer.headers, is_file=endpoint in FILES)
        ]
        answer.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("path", ["/nowhere", "/vacancies/0", "/static/../config.py", "/healthz"])
def test_refusals_carry_them_too(client, path):
    assert find_missing(client.get(path).headers, is_file=False) == []


def test_missing_header_is_noticed(client):
    """The planted fault: an answer with one header less each time."""
    headers = dict(client.get("/about").headers)
    for name in (*EXACT, "Content-Security-Policy", "Permissions-Policy", "Cache-Control"):
        assert find_missing({**headers, name: ""}, is_file=False) != [], name
    weaker = headers["Content-Security-Policy"].replace("script-src", "script-src 'unsafe-inline'")
    assert find_missing({**headers, "Content-Security-Policy": weaker}, is_file=False) != []


def test_scripts_and_styles_run_by_the_number_of_the_answer(client, page):
    policies = set()
    for _ in range(2):
        answer = client.get("/account/sign-in")
        soup = page(answer).soup
        policy = answer.headers["Content-Security-Policy"]
        running = soup.select("script, link[rel=stylesheet]")
        assert len(running) > 2
        assert all(f"'nonce-{tag.get('nonce')}'" in policy for tag in running)
        policies.add(policy)
    assert len(policies) == 2


class TestProduction:
    @pytest.fixture
    def settings(self, database_url, mail_folder):
        return Settings(
            production=True,
            database_url=database_url,
            secret_key=SECRET_KEY,
            mail_url=f"file:{mail_folder}",
            base_url="https://sankofa.example",
            demo_sign_ins=False,
            rate_limits=False,
            **KEYS,
        )

    @pytest.fixture
    def make_app(self):
        return open_app

    @pytest.fixture
    def secure(self, client):
        """A browser that comes by HTTPS."""
        return lambda path, **parts: client.get(path, base_url="https://sankofa.example", **parts)

    def test_browsers_are_told_to_stay_with_https(self, secure):
        assert secure("/about").headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"

    def test_the_cookie_belongs_to_this_host_alone(self, secure):
        (cookie,) = secure("/account/sign-in").headers.getlist("Set-Cookie")
        assert cookie.startswith("__Host-sankofa=")
        for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            assert flag in cookie
        assert "Domain" not in cookie

    @pytest.mark.parametrize(
        "host", ["evil.example", "localhost", "127.0.0.1", "sankofa.example.evil.example"]
    )
    def test_other_names_are_refused(self, client, host):
        answer = client.get("/account/reset", base_url=f"https://{host}")
        assert answer.status_code == 400
        assert host not in answer.text
        assert answer.headers["X-Request-Id"] in answer.text


def test_signing_out_takes_a_form(client):
    assert client.get("/account/sign-out").status_code == 405


def test_password_is_in_no_answer(client):
    answer = client.post("/account/sign-in", data={"email": "a@b.example", "password": PASSWORD})
    assert PASSWORD not in answer.text
