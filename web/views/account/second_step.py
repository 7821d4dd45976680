"""The second step of signing in: a code after the password."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from web import sessions
from web.accounts import relying_party
from web.db import current_session, transaction
from web.forms.accounts import ConfirmForm
from web.forms.base import BaseForm
from web.forms.second_factors import AppCodeForm, MailedCodeForm, PasskeyForm, RecoveryCodeForm
from web.models.user import User
from web.presenters.second_factors import list_ways
from web.queries.second_factors import list_passkeys, read_factors
from web.services.authenticators import use_authenticator
from web.services.errors import ServiceError
from web.services.mailed_codes import send_code, use_mailed_code
from web.services.passkeys import new_challenge, options_to_use, use_passkey
from web.services.recovery_codes import use_recovery_code
from web.views.account.blueprint import bp
from web.views.account.limits import limit_own_mail, limit_proof
from web.views.account.passkeys import read_challenge, sign_challenge, work_here
from web.views.guards import public
from web.views.next_page import next_page
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

Prove = Callable[[Session, User], None]
# What a page shows besides its form.
Also = Callable[[User], dict[str, Any]]


@bp.route("/second-step/app", methods=["GET", "POST"])
@public
@limit_proof
def second_step_app() -> Page:
    """Sign in with the code that an app shows."""
    form = AppCodeForm()
    return _ask(
        "account/second_step/app.html",
        form,
        lambda session, user: use_authenticator(session, user=user, code=form.code.data),
    )


@bp.route("/second-step/passkey", methods=["GET", "POST"])
@public
@limit_proof
def second_step_passkey() -> Page:
    """Sign in with a passkey of the account."""
    form, party = PasskeyForm(), relying_party()

    def prove(session: Session, user: User) -> None:
        challenge = read_challenge(user, form.challenge.data)
        use_passkey(session, party, user=user, answer=form.answer.data, challenge=challenge)

    def set_challenge(user: User) -> dict[str, Any]:
        challenge = new_challenge()
        form.challenge.data, form.answer.data = sign_challenge(user, challenge), ""
        held = list_passkeys(current_session()(), user)
        return {
            "options": options_to_use(party, passkeys=held, challenge=challenge),
            "works_here": work_here(),
        }

    return _ask("account/second_step/passkey.html", form, prove, set_challenge)


@bp.route("/second-step/mail", methods=["GET", "POST"])
@public
@limit_proof
def second_step_mail() -> Page:
    """Sign in with the code that was mailed; the page has a button that sends one."""
    form = MailedCodeForm()
    return _ask(
        "account/second_step/mail.html",
        form,
        lambda session, user: use_mailed_code(session, user=user, code=form.code.data),
        lambda _user: {
            "sending": ConfirmForm(),
            "send_url": url_for("account.second_step_mail_send", next=request.args.get("next")),
        },
    )


@bp.post("/second-step/mail/send")
@public
@limit_own_mail
def second_step_mail_send() -> Page:
    """Send a code to the mailbox of whoever has given the password."""
    user, form = sessions.find_half_way(), ConfirmForm()
    if user is None:
        return begin_again()
    back = url_for("account.second_step_mail", next=request.args.get("next"))
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                send_code(writing.session, user=user)
                return writing.done(
                    back, _("A code is on its way to your mailbox. It works for ten minutes.")
                )
        except ServiceError as error:
            flash(words_for(error), "error")
    return redirect(back, code=303)


@bp.route("/second-step/recovery", methods=["GET", "POST"])
@public
@limit_proof
def second_step_recovery() -> Page:
    """Sign in with a code from paper."""
    form = RecoveryCodeForm()
    return _ask(
        "account/second_step/recovery.html",
        form,
        lambda session, user: use_recovery_code(session, user=user, code=form.code.data),
    )


def _ask(template: str, form: BaseForm, prove: Prove, also: Also = lambda _user: {}) -> Page:
    user = sessions.find_half_way()
    if user is None:
        return begin_again()
    ways = list_ways(read_factors(current_session()(), user))
    if request.endpoint not in {way.endpoint for way in ways}:
        return redirect(second_step_address(user), code=303)
    if form.validate_on_submit():
        try:
            return finish(user, prove)
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    others = [
        (str(way.words), url_for(way.endpoint, next=request.args.get("next")))
        for way in ways
        if way.endpoint != request.endpoint
    ]
    return show(template, form, ways=others, **also(user))


def finish(user: User, prove: Prove) -> Response:
    """Sign in if the second factor is right: both in one transaction, so that a code is used up by it."""
    session_name = user.fs_uniquifier
    with transaction() as session:
        prove(session, user)
        sessions.sign_in(session, user=user, session_name=session_name)
    return redirect(next_page(user), code=303)


def begin_again() -> Response:
    """Send somebody back whose password was given too long ago, or whose account changed since."""
    flash(_("That took too long. Sign in again."), "notice")
    return redirect(url_for("account.sign_in", next=request.args.get("next")), code=303)


def second_step_address(user: User) -> str:
    """Give the page of the quickest way the account has."""
    way = list_ways(read_factors(current_session()(), user))[0]
    return url_for(way.endpoint, next=request.args.get("next"))
