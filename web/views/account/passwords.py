"""Forgotten and changed passwords."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_security import hash_password
from flask_security.recoverable import reset_password_token_status

from web import sessions
from web.accounts import LINK_LIFETIME, password_matches
from web.forms.accounts import ChangePasswordForm, EmailForm, NewPasswordForm
from web.models.user import User
from web.permissions import Permission
from web.services.accounts import request_password_reset, set_password
from web.views.account.blueprint import bp
from web.views.account.limits import limit_mail, limit_own_password
from web.views.account.links import LinkSpentError, refuse_other_account, write_by_link
from web.views.account.timing import on_the_beat
from web.views.guards import public, requires, the_user
from web.views.pages import Page, show
from web.views.writing import write


@bp.route("/reset", methods=["GET", "POST"])
@public
@limit_mail
@on_the_beat
def reset() -> Page:
    """Ask for a mail with a link to a new password."""
    form = EmailForm()
    if form.validate_on_submit():
        with write(form) as writing:
            request_password_reset(writing.session, email=form.email.data)
            return writing.done(url_for("account.reset_sent"))
    return show("account/reset.html", form)


@bp.get("/reset/sent")
@public
def reset_sent() -> str:
    """Say that a mail is on its way, whether or not there is an account."""
    return render_template("account/reset_sent.html", minutes=LINK_LIFETIME // timedelta(minutes=1))


@bp.route("/reset/<string:token>", methods=["GET", "POST"])
@public
def reset_with_token(token: str) -> Page:
    """Choose a new password with the link from the mail; it works once and for ten minutes."""
    user = _user_of_token(token)
    if user is None:
        flash(_("This link is no longer valid. Ask for a new one below."), "error")
        return redirect(url_for("account.reset"), code=303)
    if refused := refuse_other_account(user):
        return refused
    form = NewPasswordForm()
    if form.validate_on_submit():
        password_hash = hash_password(form.password.data)
        try:
            with write_by_link(form, user, lambda: _user_of_token(token)) as writing:
                set_password(writing.session, user=user, password_hash=password_hash)
                return writing.done(
                    url_for("account.sign_in"), _("Your new password is set. Sign in with it now.")
                )
        except LinkSpentError:
            return reset_with_token(token)
    return show("account/new_password.html", form, email=user.email)


def _user_of_token(token: str) -> User | None:
    expired, invalid, user = reset_password_token_status(token)
    return user if user and user.active and not expired and not invalid else None


@bp.route("/password", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@limit_own_password
def password() -> Page:
    """Change one's password; this browser stays signed in, all others do not."""
    user = the_user()
    form = ChangePasswordForm()
    if form.validate_on_submit():
        if password_matches(user, form.current.data):
            password_hash = hash_password(form.password.data)
            with write(form) as writing:
                set_password(writing.session, user=user, password_hash=password_hash)
                sessions.sign_in(writing.session, user=user, session_name=user.fs_uniquifier)
                return writing.done(url_for("account.settings"), _("Your password is changed."))
        form.refuse(_("This is not the password you use now"), "current")
    return show("account/password.html", form, user=user)
