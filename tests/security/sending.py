"""Filling a form and sending it, as it should be and as it should not."""

import base64
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from itsdangerous import URLSafeTimedSerializer
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.inspection.pdfs import pdf
from tests.security.crawl import Found
from tests.support.accounts import PASSWORD, SECRET_KEY
from tests.support.codes import KEPT_CODE, SECRET, code_of
from tests.support.days import NEXT_YEAR, THIS_YEAR
from tests.support.page import FilledForm
from tests.support.passkeys import SoftKey
from web.views.account.authenticators import SALT as AN_APP
from web.views.account.passkeys import SALT as A_CHALLENGE

URL_ENCODED = "application/x-www-form-urlencoded"
Values = Mapping[str, Sequence[str | bytes]]
Look = Callable[[], object]

# What a willing person would write into fields that are empty at first.
ANSWERS = {
    "comment": "The dates no longer suit us.",
    "contact_email": "post@ministry.example",
    "current": PASSWORD,
    "day": "1",
    "duration_weeks": "12",
    "email": "abena.owusu@people.example",
    "month": "3",
    "name": "Abena Owusu",
    "note": "Seen on the screen.",
    "password": "a long and quiet afternoon",
    "posts": "1",
    "reason": "They left the ministry.",
    "why": "The letter names somebody else.",
    "regulator": "Nursing and Midwifery Council",
    "repeated": "a long and quiet afternoon",
    "source": "The public register",
    "title": "Nurse",
    "year": str(NEXT_YEAR),
    "years": "4",
}

# Forms that take a file.
TAKES_FILE = frozenset({"professional.profile_documents_new", "professional.profile_documents_replace"})

# Where the same answer would not do everywhere.
OF_ONE_FORM = {
    "account.confirm": {"password": PASSWORD},
    "account.prove": {"password": PASSWORD},
    # Until shortly before the days that are stated already.
    "professional.profile_availability_new": {"starts_on-year": str(THIS_YEAR), "ends_on-month": "1"},
    "professional.profile_licences_new": {"valid_from-year": "2015"},
    "professional.profile_qualifications_new": {"year": "2015"},
    # A right without an end has no last day.
    "professional.profile_residence": {"reentry": "until"},
}

# What depends on the moment, and on what the page has given.
MADE: dict[str, Callable[[FilledForm], dict[str, str]]] = {
    "account.authenticator": lambda form: {"code": code_of(str(_given(form, "setup", AN_APP)))},
    "account.passkeys": lambda form: {"answer": SoftKey().make(_challenge(form))},
    "account.prove_app": lambda _form: {"code": code_of(SECRET)},
    "account.second_step_app": lambda _form: {"code": code_of(SECRET)},
    "account.second_step_recovery": lambda _form: {"code": KEPT_CODE},
}


def _given(form: FilledForm, name: str, salt: str) -> object:
    (signed,) = form.values[name]
    return URLSafeTimedSerializer(SECRET_KEY, salt=salt).loads(signed)[1]


def _challenge(form: FilledForm) -> bytes:
    return base64.b64decode(str(_given(form, "challenge", A_CHALLENGE)))


def fill(found: Found) -> dict[str, list[str]]:
    """Answer what is still open: the first thing offered, or a fitting text."""
    values = dict(found.form.values)
    own = OF_ONE_FORM.get(found.endpoint, {})
    if found.endpoint in MADE:
        values |= {name: [made] for name, made in MADE[found.endpoint](found.form).items()}
    for name, options in found.form.options.items():
        if name in own or not any(values.get(name, [])):
            values[name] = [own.get(name) or next(option for option in options if option)]
    for name, given in values.items():
        if not any(given):
            values[name] = [own.get(name, ANSWERS.get(name.rpartition("-")[2], ""))]
    return values


def send(found: Found, values: Values) -> TestResponse:
    """Send a form from the browser it is open in, which then forgets the answer."""
    return send_times(found, values, 1)[0]


def send_times(found: Found, values: Values, times: int, look: Look = lambda: None) -> list[TestResponse]:
    """Send a form several times, as impatient people do, and look after each; then the browser forgets."""
    if found.endpoint in TAKES_FILE and _is_text(values):
        boundary, parts = encode_multipart({**values, "file": a_file()})
        body: dict[str, Any] = {"data": parts, "content_type": f"multipart/form-data; boundary={boundary}"}
    elif found.form.method == "get":
        body = {"query_string": urlencode(values, doseq=True)}
    else:
        body = {"data": urlencode(values, doseq=True), "content_type": URL_ENCODED}
    return request(found, times, look, **body)


def _is_text(values: Values) -> bool:
    return all(isinstance(value, str) for given in values.values() for value in given)


def a_file() -> FileStorage:
    """Give a file that a willing person would choose."""
    return FileStorage(BytesIO(pdf()), "licence.pdf")


def request(found: Found, times: int = 1, look: Look = lambda: None, **parts: Any) -> list[TestResponse]:
    """Ask for the form's address in its browser, which then forgets the answers."""
    with found.client.session_transaction() as cookie:
        before = dict(cookie)
    responses = []
    for _ in range(times):
        responses.append(found.client.open(found.url, method=found.form.method.upper(), **parts))
        look()
    with found.client.session_transaction() as cookie:
        cookie.clear()
        cookie.update(before)
    for response in responses:
        response.close()
    return responses
