"""Signing in and out."""

from urllib.parse import urlsplit

from flask import redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web.accounts import signed_in_user
from web.db import current_session
from web.forms.accounts import SignInForm
from web.models.user import User
from web.navigation import home_endpoint
from web.queries.users import find_user_by_email
from web.views.account.blueprint import bp
from web.views.account.limits import limit_sign_in
from web.views.account.sessions import begin_session, end_session, password_matches
from web.views.guards import public
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
        if password_matches(user, form.password.data) and user and user.active and user.confirmed_at:
            begin_session(user)
            return redirect(_next_page(user), code=303)
        form.refuse(
            _(
                "We could not sign you in. Check the address and the password,"
                " and that you have confirmed the address."
            )
        )
    return show("account/sign_in.html", form)


def _next_page(user: User) -> str:
    wanted = request.args.get("next", "")
    home = url_for(home_endpoint(user.role))
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or "\\" in wanted:
        return home
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and wanted.isprintable() else home


@bp.post("/sign-out")
@public
def sign_out() -> Response:
    """Sign out and forget the session."""
    end_session()
    return redirect(url_for("public.home"), code=303)
