"""Accepting an invitation."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_security import hash_password
from flask_security.utils import check_and_get_token_status, verify_hash

from web.accounts import INVITATION_LIFETIME
from web.db import current_session
from web.forms.accounts import NewPasswordForm
from web.models.user import User
from web.queries.users import find_user_by_session_name
from web.services.accounts import set_password
from web.views.account.blueprint import bp
from web.views.account.links import LinkSpentError, refuse_other_account, write_by_link
from web.views.guards import public
from web.views.pages import Page, show


@bp.route("/invitation/<string:token>", methods=["GET", "POST"])
@public
def invitation(token: str) -> Page:
    """Choose a password and so accept the invitation; the link works once."""
    user = _invited_user(token)
    if user is None:
        flash(
            _(
                "This invitation was used or is no longer valid. If you have chosen a password, sign in with"
                " it. If not, ask the person who invited you to send it again."
            ),
            "error",
        )
        return redirect(url_for("account.sign_in"), code=303)
    if refused := refuse_other_account(user):
        return refused
    form = NewPasswordForm()
    if form.validate_on_submit():
        password_hash = hash_password(form.password.data)
        try:
            with write_by_link(form, user, lambda: _invited_user(token)) as writing:
                set_password(writing.session, user=user, password_hash=password_hash)
                return writing.done(url_for("account.sign_in"), _("Your account is ready. Sign in now."))
        except LinkSpentError:
            return invitation(token)
    return show("account/invitation.html", form, email=user.email)


def _invited_user(token: str) -> User | None:
    # Setting the password changes the session name in the token, which so works only once.
    expired, invalid, data = check_and_get_token_status(token, "confirm", INVITATION_LIFETIME)
    if expired or invalid or not data:
        return None
    user = find_user_by_session_name(current_session()(), str(data[0]))
    if user is None or not user.active or user.password or not verify_hash(data[1], user.email):
        return None
    return user
