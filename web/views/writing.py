"""How a form becomes one committed change: once, however often it is sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask, flash, make_response, redirect, request
from flask import Response as FlaskResponse
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from web.accounts import signed_in_user
from web.db import current_session, transaction
from web.forms.base import NONCE_LENGTH, WriteForm
from web.models.base import now
from web.services.browser_sessions import hold_session
from web.services.submissions import find_answer, find_submission, record_submission
from web.sessions import this_session
from web.views.guards import SignedOutError

# What a page says of a thing that has moved on, is gone, or cannot be done again.
REFUSALS = {404, 409, 422}


def init_app(app: Flask) -> None:
    """Give a form that was sent before its first answer, whatever its page would say by now.

    Before the view, because what the form was about may have moved on or be gone; and once more after a
    refusal, because its twin may have finished meanwhile.
    """
    app.before_request(repeat_known_answer)

    @app.after_request
    def repeat_after_refusal(response: FlaskResponse) -> FlaskResponse:
        refused = response.status_code in REFUSALS
        return (repeat_known_answer() if refused else None) or response


def repeat_known_answer() -> FlaskResponse | None:
    """Repeat the answer that this very form got, if it was sent before."""
    if request.method != "POST":
        return None
    nonce = request.form.get("nonce", "")
    if not 0 < len(nonce) <= NONCE_LENGTH or not nonce.isascii() or not nonce.isprintable():
        return None
    user = signed_in_user()
    session = current_session()()
    session.rollback()
    location = find_answer(session, nonce=nonce, user_id=user.id if user else None)
    return repeat_answer(location) if location else None


def repeat_answer(location: str) -> FlaskResponse:
    """Send the reader to where the first sending led, and say that nothing was done twice."""
    flash(_("This form was already sent. Nothing was done twice."), "notice")
    return make_response(redirect(location or "/", code=303))


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
    Then it looks again whether the sender is signed in: they may have been erased while the form waited.
    """
    user = signed_in_user()
    user_id = user.id if user else None
    nonce = form.nonce.data or ""
    with transaction() as session:
        if earlier := find_submission(session, nonce=nonce, user_id=user_id):
            raise AlreadySubmittedError(earlier.location)
        if user_id and not hold_session(session, number=this_session().number, at=now()):
            raise SignedOutError
        yield Writing(session, nonce)
