"""Signing in with another e-mail address: asked for, confirmed by a link to it."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from web.accounts import LINK_LIFETIME, find_by_address_token, signed_in_user
from web.forms.accounts import ConfirmForm, NewEmailForm
from web.permissions import Permission
from web.services.addresses import change_address, request_address
from web.services.errors import ServiceError
from web.views.account.blueprint import bp
from web.views.account.limits import limit_mail
from web.views.account.links import LinkSpentError, refuse_other_account, write_by_link
from web.views.guards import public, recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/email", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@recently_proved
@limit_mail
def email() -> Page:
    """Ask for another address; the one in use stays until the new one is confirmed."""
    user, form = the_user(), NewEmailForm()
    if form.validate_on_submit():
        if form.email.data == user.email:
            form.refuse(_("This is the address you use already"), "email")
        else:
            with write(form) as writing:
                request_address(writing.session, user=user, email=form.email.data)
                return writing.done(url_for("account.email_sent"))
    return show("account/email.html", form, user=user)


@bp.get("/email/sent")
@requires(Permission.ACCOUNT_MANAGE)
def email_sent() -> str:
    """Say that a mail is on its way, whoever has that address."""
    return render_template("account/email_sent.html", minutes=LINK_LIFETIME // timedelta(minutes=1))


@bp.route("/email/<string:token>", methods=["GET", "POST"])
@public
def email_confirm(token: str) -> Page:
    """Confirm the new address by a button: mail scanners follow links, they do not press buttons."""
    user = find_by_address_token(token)
    if user is None:
        if signed_in_user():
            flash(_("This link is no longer valid. Ask for a new one below."), "error")
            return redirect(url_for("account.email"), code=303)
        flash(_("This link is no longer valid. Sign in and ask for a new one."), "error")
        return redirect(url_for("account.sign_in"), code=303)
    if refused := refuse_other_account(user):
        return refused
    form = ConfirmForm()
    if form.validate_on_submit():
        try:
            with write_by_link(form, user, lambda: find_by_address_token(token)) as writing:
                change_address(writing.session, user=user)
                return writing.done(
                    url_for("account.sign_in"), _("Your new address counts from now on. Sign in with it.")
                )
        except LinkSpentError:
            return email_confirm(token)
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("account/email_confirm.html", form, email=user.new_email)
