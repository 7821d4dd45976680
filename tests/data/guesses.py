"""What each guesser does in test_shared_limits.py."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from flask import Flask
from sqlalchemy.orm import Session

from config import Settings
from tests.support.accounts import SECRET_KEY
from web.app import create_app
from web.services.try_counts import Counted, Limit, TooManyTriesError
from web.views.account import limits

Wait = Callable[[], object]
# Told to a guess that had to wait too long for others to write. Nothing was counted, so it comes again.
TOO_BUSY = 503


@cache
def open_app(url: str) -> Flask:
    """Open the app as one process of a server would, but for the token of forms."""
    app = create_app(Settings(database_url=url, secret_key=SECRET_KEY, mail_url="console:"))
    app.config["WTF_CSRF_ENABLED"] = False
    return app


def guess(_number: int, wait: Wait, url: str, email: str, times: int) -> list[str]:
    """Guess a password so often, all at once, and say how each guess was answered."""
    app = open_app(url)
    answers: list[str] = []

    def guess_once() -> None:
        data = {"email": email, "password": "a wrong password"}
        status = TOO_BUSY
        while status == TOO_BUSY:
            status = app.test_client().post("/account/sign-in", data=data).status_code
        answers.append(str(status))

    threads = [threading.Thread(target=guess_once) for _ in range(times)]
    wait()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def guess_where_each_counts_alone(number: int, wait: Wait, url: str, email: str, times: int) -> list[str]:
    """Guess where every process has counts of its own: what the limits must not be."""
    own: Counter[str] = Counter()

    def count_alone(_session: Session, asked: Sequence[Limit]) -> list[Counted]:
        for limit in asked:
            own[limit.key] += 1
            if own[limit.key] > limit.tries:
                raise TooManyTriesError(1)
        return []

    shared, limits.count_try = limits.count_try, count_alone
    try:
        return guess(number, wait, url, email, times)
    finally:
        limits.count_try = shared
