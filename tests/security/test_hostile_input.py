"""Whatever is sent in whichever field, the answer is clear: never a failure of ours, never cut data."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask import request as flask_request

from tests.security.crawl import Found
from tests.security.rehearsal import Rehearsal
from tests.security.sending import URL_ENCODED, fill, request, send
from tests.support.dump import KEPT_AS_SHOWN, changed_tables, dump
from web.views.guards import public

NUL = "before\0after"
BIDI = "\u202eevil\u2066txt\u200b"
HUGE = 5_000_000
MANY = 60_000

VALUES: dict[str, str | bytes] = {
    "empty": "",
    "NUL": NUL,
    "2**70": str(2**70),
    "1e999": "1e999",
    "lone surrogate": b"\xed\xa0\x80",
    "not UTF-8": b"\xff\xfe",
    "bidi": BIDI,
    "markup": "<script>alert(1)</script>'\"--{{7*7}}%s",
    "100,000 letters": "a" * 100_000,
}
# Sent in one field at a time; the others in all that people type into at once.
ONE_BY_ONE = {"empty", "NUL", "2**70", "100,000 letters"}
# Where the databases differ in what they can hold.
DIFFERENT = ["NUL", "2**70"]
# What must never be stored, whatever the field.
REFUSED = {"NUL", "100,000 letters"}
# The fields nobody types into; what is wrong in them is wrong in all forms alike.
HIDDEN = {"csrf_token", "nonce", "version"}

BODIES: dict[str, tuple[bytes, str]] = {
    "json": (b'{"name": 1}', "application/json"),
    "broken json": (b"{", "application/json"),
    "plain text": (b"name=x", "text/plain"),
    "no boundary": (b"--x\r\n\r\n", "multipart/form-data"),
    "broken multipart": (
        b"--x\r\nContent-Disposition: form-data; name=name\r\n\r\n",
        "multipart/form-data; boundary=x",
    ),
    "odd charset": (b"name=x", "application/x-www-form-urlencoded; charset=utf-7"),
    "nothing": (b"", ""),
}


def failures(rehearsal: Rehearsal, forms: list[Found], name: str) -> Iterator[str]:
    """Send one hostile value in the fields of each form, and give what went wrong."""
    tried: set[frozenset[str]] = set()
    for found in forms:
        for fields in choose_fields(found, name, tried):
            response = send(found, fill(found) | {field: [VALUES[name]] for field in fields})
            if response.status_code >= 500:
                yield f"{found}, {fields}: {response.status_code}"
            if found.form.method == "post" and response.status_code < 400:
                if name in REFUSED and is_stored(rehearsal):
                    yield f"{found}, {fields}: stored"
                rehearsal.restore()


def choose_fields(found: Found, name: str, tried: set[frozenset[str]]) -> list[set[str]]:
    """Choose the fields that get the value, attempt by attempt; hidden ones once in each set of them."""
    fields = found.form.values.keys() | found.form.options.keys()
    if name not in ONE_BY_ONE:
        return [fields - HIDDEN]
    hidden = frozenset(fields & HIDDEN)
    with_hidden = name in DIFFERENT and hidden not in tried
    tried.add(hidden)
    return [{field} for field in sorted(fields if with_hidden else fields - HIDDEN)]


def is_stored(rehearsal: Rehearsal) -> bool:
    """Say whether anything of what must be refused is in the database."""
    stored = repr(dump(rehearsal.stage.engine))
    return "\\x00" in stored or "a" * 5_000 in stored


@pytest.mark.parametrize("name", VALUES)
def test_hostile_value_gets_a_clear_answer(rehearsal, name):
    faults = list(failures(rehearsal, rehearsal.forms, name))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", DIFFERENT)
def test_hostile_value_gets_a_clear_answer_on_postgresql(rehearsal_on_postgresql, name):
    faults = list(failures(rehearsal_on_postgresql, rehearsal_on_postgresql.forms, name))
    assert not faults, "\n".join(faults)


@pytest.fixture
def writing(rehearsal: Rehearsal) -> list[Found]:
    """The forms that change something."""
    return [found for found in rehearsal.forms if found.form.method == "post"]


def test_five_megabytes_are_refused(writing):
    for found in writing:
        field = next(iter(found.form.values))
        assert send(found, found.form.values | {field: ["a" * HUGE]}).status_code == 413, found.url


def test_sixty_thousand_fields_get_a_clear_answer(rehearsal, writing):
    """Reading them takes long, and is the same for every form: one of each audience will do."""
    many = "&".join(f"f{number}=1" for number in range(MANY))
    for found in {found.endpoint.partition(".")[0]: found for found in writing}.values():
        token = urlencode({"csrf_token": found.form.values["csrf_token"][0]})
        (response,) = request(found, data=f"{token}&{many}", content_type=URL_ENCODED)
        assert 300 <= response.status_code < 500, found.url
        rehearsal.restore()


@pytest.mark.parametrize("body", BODIES)
def test_body_of_another_kind_is_refused(writing, body):
    data, content_type = BODIES[body]
    for found in writing:
        (response,) = request(found, data=data, content_type=content_type)
        assert 400 <= response.status_code < 500, found.url


def test_form_without_its_token_is_refused(writing):
    for found in writing:
        values = {name: given for name, given in fill(found).items() if name != "csrf_token"}
        assert send(found, values).status_code == 400, found.url


def test_form_without_its_nonce_changes_nothing(rehearsal, writing):
    rehearsal.restore()
    before = dump(rehearsal.stage.engine)
    for found in writing:
        if "nonce" in found.form.values:
            send(found, {name: given for name, given in fill(found).items() if name != "nonce"})
            after = dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN)
            assert changed_tables(before, before | after) == [], found.url


def test_failure_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a view that trusts what it is sent."""

    @public
    def trusting() -> str:
        return str(int(flask_request.form["name"]))

    settings = [found for found in rehearsal.forms if found.endpoint == "account.settings"]
    monkeypatch.setitem(rehearsal.stage.app.view_functions, "account.settings", trusting)
    assert list(failures(rehearsal, settings, "NUL")) != []
