"""Requests that another site could send for somebody, and methods that nobody asked for."""

from collections.abc import Iterator
from http.client import HTTPException

from attack.browser import Browser
from attack.figure import Figure
from attack.target import Target

ODD = ("TRACE", "TRACK", "CONNECT", "PROPFIND", "MKCOL", "DELETE", "PUT", "PATCH", "DEBUG", "FOO", "get")
CANARY = "canary-of-the-attack"
REFUSED = 400
SERVER_ERROR = 500
TOKENS = {
    "without_token": {},
    "with_made_up_token": {"csrf_token": "made-up"},
    "with_empty_token": {"csrf_token": ""},
}


def measure_forgery(target: Target) -> Iterator[Figure]:
    """Send every form without its token, signed in as every role: all must be refused."""
    browsers = [target.browser(role) for role in target.accounts]
    yield Figure("forgery.routes", len(target.unsafe), float("inf"), 1)
    for name, fields in TOKENS.items():
        passed = [
            (method, path)
            for browser in browsers
            for method, path in target.unsafe
            if not _is_refused(browser, method, path, dict(fields))
        ]
        yield Figure(f"forgery.accepted_{name}", len(passed), 0)


def _is_refused(browser: Browser, method: str, path: str, fields: dict[str, str]) -> bool:
    fields = {"amount": "1", **fields}
    kept = dict(browser.cookies)
    body = "&".join(f"{name}={value}" for name, value in fields.items()).encode()
    answer = browser.send(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
    browser.cookies = kept
    return answer.status == REFUSED


def measure_methods(target: Target) -> Iterator[Figure]:
    """Use odd methods on every open page: none is answered, none repeats what it was sent."""
    answered, repeated, failed = 0, 0, 0
    for path in target.pages:
        for method in ODD:
            status, text = _ask(target, method, path)
            answered += 200 <= status < REFUSED
            failed += status >= SERVER_ERROR and status != 501  # "not implemented" is an answer
            repeated += CANARY in text
    yield Figure("methods.answered", answered, 0)
    yield Figure("methods.server_errors", failed, 0)
    yield Figure("methods.repeat_what_was_sent", repeated, 0)


def _ask(target: Target, method: str, path: str) -> tuple[int, str]:
    try:
        answer = target.browser().send(method, path, headers={"X-Canary": CANARY})
    except (OSError, HTTPException, ValueError):
        # No answer, or a method that cannot even be sent.
        return 0, ""
    return answer.status, answer.text
