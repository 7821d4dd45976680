"""Proving once more who one is, before what cannot be undone."""

from flask import redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web import sessions
from web.accounts import password_matches
from web.db import current_session, transaction
from web.forms.accounts import PasswordForm
from web.forms.second_factors import AppCodeForm
from web.permissions import Permission
from web.queries.second_factors import find_authenticator
from web.services.authenticators import use_authenticator
from web.services.errors import ServiceError
from web.views.account.blueprint import bp
from web.views.account.limits import limit_proof
from web.views.guards import requires, the_user
from web.views.next_page import next_page
from web.views.pages import Page, show
from web.views.refusals import words_for


@bp.route("/prove", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE, before_set_up=True)
@limit_proof
def prove() -> Page:
    """Ask for the password again, then go back to where the person was."""
    user, form = the_user(), PasswordForm()
    if form.validate_on_submit():
        if password_matches(user, form.password.data):
            with transaction() as session:
                sessions.prove(session)
            return _go_back()
        form.refuse(_("This is not your password"), "password")
    has_app = find_authenticator(current_session()(), user) is not None
    other = url_for("account.prove_app", next=request.args.get("next")) if has_app else None
    return show("account/prove.html", form, user=user, other=other)


@bp.route("/prove/app", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE, before_set_up=True)
@limit_proof
def prove_app() -> Page:
    """Ask for the code that the app shows instead."""
    other, form = url_for("account.prove", next=request.args.get("next")), AppCodeForm()
    if find_authenticator(current_session()(), the_user()) is None:
        return redirect(other, code=303)
    if form.validate_on_submit():
        try:
            with transaction() as session:
                use_authenticator(session, user=the_user(), code=form.code.data)
                sessions.prove(session)
            return _go_back()
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("account/prove_app.html", form, other=other)


def _go_back() -> Response:
    return redirect(next_page(the_user()), code=303)
