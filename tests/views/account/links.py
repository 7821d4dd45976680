"""Links as letters carry them, and links from letters that are some time old."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from itsdangerous import TimestampSigner

from web.models.user import User

BASE = "http://127.0.0.1:5000"


def link_in(letter: EmailMessage) -> str:
    """Give the path of the first link in a letter."""
    found = re.search(rf"{re.escape(BASE)}(/\S+)", letter.get_body(("plain",)).get_content())
    assert found, "no link in the letter"
    return found.group(1)


@contextmanager
def written_before(age: timedelta) -> Iterator[None]:
    """Sign tokens as if it were earlier; reading them goes by the real clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TimestampSigner, "get_timestamp", lambda _: int(time.time() - age.total_seconds()))
        yield


def old_token(app: Flask, make: Callable[[User], str], user: User, age: timedelta) -> str:
    """Make the token of a letter that was written some time ago."""
    with app.app_context(), written_before(age):
        return make(user)
