"""Whether the time of an answer tells who has an account: sign-in, new password, sign-up, confirmation."""

import random
import secrets
from collections.abc import Iterator

from attack.browser import Answer, Browser, fresh_nonce
from attack.figure import Figure
from attack.target import Target

PAIRS = 200
LEAST, MOST = 0.42, 0.58
WARM_UP = 5
PASSWORD = "a guess of twenty letters"
PAGES = {
    "sign_in": ("/account/sign-in", {"password": PASSWORD}),
    "reset": ("/account/reset", {}),
    "confirmation": ("/account/confirmation", {}),
    "sign_up": (
        "/account/sign-up",
        {"name": "Ama", "password": PASSWORD, "repeated": PASSWORD, "agreed": "y"},
    ),
}


def measure_timing(target: Target) -> Iterator[Figure]:
    """Compare a known address with unknown ones, in turns; 0.5 is no difference, 0 and 1 give it away."""
    known_address = target.accounts["professional"]
    for name, (path, answers) in PAGES.items():
        browser = target.browser()
        fields = browser.hidden_fields(path) | answers
        known, unknown = _send_pairs(browser, path, fields, known_address)
        seconds = [[answer.seconds for answer in answers] for answers in (known, unknown)]
        yield Figure(f"timing.{name}_auc", area_under_curve(*seconds), MOST, LEAST)
        yield Figure(f"timing.{name}_told_apart", len({_look(answer) for answer in known + unknown}) - 1, 0)
        if name != "sign_in":
            # A form that is refused before it is looked at would say nothing.
            yield Figure(f"timing.{name}_refused", sum(answer.status >= 400 for answer in known), 0)


def _send_pairs(
    browser: Browser, path: str, fields: dict[str, str], known_address: str
) -> tuple[list[Answer], list[Answer]]:
    answers: dict[bool, list[Answer]] = {True: [], False: []}
    for turn in range(WARM_UP + PAIRS):
        for is_known in random.sample((True, False), 2):
            email = known_address if is_known else f"{secrets.token_hex(6)}@people.example"
            answer = browser.post(path, fields | {"email": email, "nonce": fresh_nonce()})
            if turn >= WARM_UP:
                answers[is_known].append(answer)
    return answers[True], answers[False]


def _look(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.location


def area_under_curve(first: list[float], second: list[float]) -> float:
    """Say how often a value of the first list is above one of the second; ties count half."""
    above = sum((one > other) + 0.5 * (one == other) for one in first for other in second)
    return above / (len(first) * len(second))
