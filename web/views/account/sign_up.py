"""Making an account and confirming its e-mail address."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_security import hash_password
from flask_security.confirmable import confirm_email_token_status

from web.accounts import CONFIRMATION_LIFETIME, password_matches, signed_in_user
from web.forms.accounts import ConfirmAddressForm, EmailForm, SignUpForm
from web.models.user import User
from web.navigation import home_endpoint
from web.services.accounts import confirm_address, request_confirmation, sign_up_professional
from web.views.account.blueprint import bp
from web.views.account.limits import limit_mail
from web.views.account.links import LinkSpentError, refuse_other_account, write_by_link
from web.views.account.timing import on_the_beat
from web.views.guards import public
from web.views.pages import Page, show
from web.views.writing import write


@bp.route("/sign-up", methods=["GET", "POST"])
@public
@limit_mail
@on_the_beat
def sign_up() -> Page:
    """Make an account for a professional."""
    if user := signed_in_user():
        return redirect(url_for(home_endpoint(user.role)), code=303)
    form = SignUpForm()
    if form.validate_on_submit():
        password_hash = hash_password(form.password.data)
        with write(form) as writing:
            sign_up_professional(
                writing.session,
                email=form.email.data,
                name=form.name.data,
                password_hash=password_hash,
                language=str(get_locale()),
            )
            return writing.done(url_for("account.sign_up_sent"))
    return show("account/sign_up.html", form)


@bp.get("/sign-up/sent")
@public
def sign_up_sent() -> str:
    """Say that a mail is on its way."""
    return render_template("account/sign_up_sent.html", days=CONFIRMATION_LIFETIME // timedelta(days=1))


@bp.route("/confirmation", methods=["GET", "POST"])
@public
@limit_mail
@on_the_beat
def confirmation() -> Page:
    """Ask for the confirmation mail again."""
    form = EmailForm()
    if form.validate_on_submit():
        with write(form) as writing:
            request_confirmation(writing.session, email=form.email.data)
            return writing.done(url_for("account.sign_up_sent"))
    return show("account/confirmation.html", form)


@bp.route("/confirm/<string:token>", methods=["GET", "POST"])
@public
def confirm(token: str) -> Page:
    """Confirm the address by the password: no mailbox makes one count that its owner did not choose.

    Mail scanners follow links, but they send no forms.
    """
    user = _user_of_token(token)
    if user is None:
        flash(_("This link is no longer valid. Ask for a new one below."), "error")
        return redirect(url_for("account.confirmation"), code=303)
    if refused := refuse_other_account(user):
        return refused
    form = ConfirmAddressForm()
    if form.validate_on_submit():
        if password_matches(user, form.password.data):
            return _confirm(form, user, token)
        form.refuse(_("This is not the password that was chosen last for this address"), "password")
    return show("account/confirm.html", form, email=user.email)


def _confirm(form: ConfirmAddressForm, user: User, token: str) -> Page:
    try:
        with write_by_link(form, user, lambda: _user_of_token(token)) as writing:
            confirm_address(writing.session, user=user)
            return writing.done(
                url_for("account.sign_in"), _("Your e-mail address is confirmed. You can sign in now.")
            )
    except LinkSpentError:
        return confirm(token)


def _user_of_token(token: str) -> User | None:
    expired, invalid, user = confirm_email_token_status(token)
    return None if expired or invalid else user
