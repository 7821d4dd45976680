"""The log says what happened and where, and nothing of people: not who they are, nor what they wrote."""

import json
import logging

import pytest
from sqlalchemy import select

from config import Settings
from tests.security.rehearsal import Rehearsal
from tests.security.sending import fill, send
from web.db import transaction
from web.logs import JsonLines, Lines, set_up
from web.models.ministry import Ministry
from web.models.professional import Identity
from web.models.user import User
from web.views.guards import public

WORDS = "canary-of-the-address"
FORMATS = (Lines(), JsonLines())


class Kept(logging.Handler):
    """Keeps what would be written, in each form there is."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[tuple[str, ...]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(tuple(form.format(record) for form in FORMATS))

    @property
    def texts(self) -> list[str]:
        return ["\n".join(lines) for lines in zip(*self.records, strict=True)]


@pytest.fixture
def log():
    """All that the service would write to its log meanwhile."""
    handler = Kept()
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


def canaries(rehearsal: Rehearsal) -> set[str]:
    """Give what must not be in the log: who people are, their passwords and links, what they looked for."""
    session = rehearsal.stage.session
    users = list(session.scalars(select(User)))
    people = list(session.scalars(select(Identity)))
    found = {part for user in users for part in (user.email, user.name, user.fs_uniquifier, user.password)}
    found |= {part for one in people for part in (one.given_name, one.family_name, one.phone)}
    links = {page.url.rpartition("/")[2] for page in rehearsal.pages if len(page.url.rpartition("/")[2]) > 30}
    assert links
    return {part for part in found | links | {WORDS} if part and len(part) > 3}


def leaks(rehearsal: Rehearsal, log: Kept) -> list[str]:
    """Give the canaries that are in the log, in whatever form."""
    return sorted(canary for canary in canaries(rehearsal) for text in log.texts if canary in text)


def test_whole_crawl_leaves_nobody_in_the_log(rehearsal, log):
    for page in rehearsal.pages:
        join = "&" if "?" in page.url else "?"
        page.client.get(f"{page.url}{join}text={WORDS}&words={WORDS}").close()
    for found in rehearsal.forms:
        if found.form.method == "post":
            send(found, fill(found))
            rehearsal.restore()
    assert len(log.records) > len(rehearsal.pages)
    assert leaks(rehearsal, log) == []


def test_failure_is_told_without_its_data(rehearsal, log, monkeypatch):
    user = rehearsal.stage.session.scalars(select(User)).first()

    @public
    def failing() -> str:
        with transaction() as session:
            session.add(Ministry(name=user.email, country=user.name * 50, version=None))
            session.flush()
            raise ValueError(user.email)

    monkeypatch.setitem(rehearsal.stage.app.view_functions, "public.about", failing)
    client = rehearsal.stage.browser()
    answer = client.get("/about")
    assert answer.status_code == 500
    for text in log.texts:
        assert answer.headers["X-Request-Id"] in text
        assert "test_logs.py" in text
    assert leaks(rehearsal, log) == []


def test_leak_is_noticed(rehearsal, log, monkeypatch):
    """The planted fault: a view that logs who reads it."""

    @public
    def telling() -> str:
        user = rehearsal.stage.session.scalars(select(User)).first()
        logging.getLogger("sankofa").info("read by %s", user.email)
        return "told"

    monkeypatch.setitem(rehearsal.stage.app.view_functions, "public.about", telling)
    rehearsal.stage.browser().get("/about")
    assert len(leaks(rehearsal, log)) == len(FORMATS)


def test_line_cannot_be_forged(client, log):
    client.get("/nowhere%0D%0Aforged", headers={"User-Agent": "forged", "X-Request-Id": "forged"})
    assert len(log.records) == 1
    assert "forged" not in " ".join(log.texts)


def test_json_line_has_the_parts_of_an_answer(client, capsys):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        set_up(Settings(json_logs=True))
        answer = client.get("/nowhere?text=words")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert line.pop("at").endswith("+00:00")
    assert isinstance(line.pop("ms"), int)
    assert line.pop("message").startswith(f"request {answer.headers['X-Request-Id']}: GET - answered 404")
    assert line == {
        "level": "info",
        "logger": "sankofa.answers",
        "request": answer.headers["X-Request-Id"],
        "method": "GET",
        "route": "-",
        "status": 404,
    }
