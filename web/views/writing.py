"""How a form becomes one committed change: once, however often it is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import flash, redirect
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from web.accounts import signed_in_user
from web.db import transaction
from web.forms.base import WriteForm
from web.services.submissions import find_submission, record_submission


class AlreadySubmittedError(Exception):
    """The same form was sent before; its answer is given again."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


@dataclass
class Writing:
    """A running change: its session, and how to finish it."""

    session: Session
    nonce: str

    def done(self, location: str, notice: str = "") -> Response:
        """Remember the answer for a second click, tell the person, and go on to the next page."""
        record_submission(self.session, nonce=self.nonce, location=location)
        if notice:
            flash(notice, "success")
        return redirect(location, code=303)


@contextmanager
def write(form: WriteForm) -> Iterator[Writing]:
    """Run a change in one transaction, unless this very form was already sent.

    The nonce is written first: a twin request waits for the outcome and then gets the same answer.
    """
    user = signed_in_user()
    user_id = user.id if user else None
    nonce = form.nonce.data or ""
    with transaction() as session:
        if earlier := find_submission(session, nonce=nonce, user_id=user_id):
            raise AlreadySubmittedError(earlier.location)
        yield Writing(session, nonce)
