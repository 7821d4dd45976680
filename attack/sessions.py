"""Sessions that somebody else has planted, kept or copied."""

from collections.abc import Iterator

from attack.browser import Browser
from attack.figure import Figure
from attack.target import Target

PAGE = "/account/settings"
OK = 200


def measure_sessions(target: Target) -> Iterator[Figure]:
    """Plant a cookie before a sign-in, and use a copy of one after the sign-out."""
    yield Figure("sessions.planted_ones_signed_in", _plant(target), 0)
    yield Figure("sessions.alive_after_sign_out", _copy(target), 0)


def _plant(target: Target) -> int:
    planted = target.browser()
    planted.get("/account/sign-in")
    victim = Browser(target.address, dict(planted.cookies))
    victim.submit("/account/sign-in", email=target.accounts["professional"], password=target.password)
    assert victim.get(PAGE).status == OK, "the victim could not sign in"
    return int(planted.get(PAGE).status == OK)


def _copy(target: Target) -> int:
    browser = target.browser("professional")
    copy = Browser(target.address, dict(browser.cookies))
    page = "/account/settings"
    browser.post("/account/sign-out", _token(browser, page))
    return int(copy.get(page).status == OK)


def _token(browser: Browser, path: str) -> dict[str, str]:
    fields = browser.hidden_fields(path)
    return {name: value for name, value in fields.items() if name == "csrf_token"}
