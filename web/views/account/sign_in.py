"""Signing in and out."""

from flask import redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import sessions
from web.accounts import password_matches, signed_in_user
from web.db import current_session, transaction
from web.forms.accounts import SignInForm
from web.models.user import User
from web.navigation import home_endpoint
from web.queries.users import find_user_by_email
from web.services.browser_sessions import AccountChangedError
from web.views.account.blueprint import bp
from web.views.account.limits import limit_sign_in
from web.views.account.second_step import second_step_address
from web.views.guards import public
from web.views.next_page import next_or, next_page
from web.views.pages import Page, show


@bp.route("/sign-in", methods=["GET", "POST"])
@public
@limit_sign_in
def sign_in() -> Page:
    """Sign in with an e-mail address and a password."""
    if user := signed_in_user():
        return redirect(url_for(home_endpoint(user.role)), code=303)
    form = SignInForm()
    if form.validate_on_submit():
        user = find_user_by_email(current_session()(), form.email.data)
        matches = password_matches(user, form.password.data)
        if matches and user and user.active and user.confirmed_at:
            if user.second_factor_since:
                sessions.go_half_way(user)
                return redirect(second_step_address(user), code=303)
            if _begin_session(user):
                return redirect(next_page(user), code=303)
        form.refuse(
            _(
                "We could not sign you in. Check the address and the password,"
                " and that you have confirmed the address."
            )
        )
    return show("account/sign_in.html", form)


def _begin_session(user: User) -> bool:
    session_name = user.fs_uniquifier
    try:
        with transaction() as session:
            sessions.sign_in(session, user=user, session_name=session_name)
    except AccountChangedError:
        return False
    return True


@bp.post("/sign-out")
@public
def sign_out() -> Response:
    """Sign out; no copy of this browser's cookie is worth anything from now on."""
    sessions.sign_out()
    return redirect(next_or(url_for("public.home")), code=303)
