"""Answers that take as long whether or not there is an account: what is written for one must not show."""

import time
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import ParamSpec, TypeVar

from flask import current_app, request

# Well above what these pages work, so that nearly all answers leave on the first beat.
BEAT_SECONDS = 0.25

P = ParamSpec("P")
R = TypeVar("R")


def on_the_beat(view: Callable[P, R]) -> Callable[P, R]:
    """Let the answer to a form leave on the next beat after it is ready."""

    @wraps(view)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        begun = time.monotonic()
        answer = view(*args, **kwargs)
        beat: float = current_app.config.get("BEAT_SECONDS", BEAT_SECONDS)
        if request.method == "POST" and beat:
            worked = time.monotonic() - begun
            time.sleep(ceil(worked / beat) * beat - worked)
        return answer

    return waiting
