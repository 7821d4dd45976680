"""Turning codes by mail on and off."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.accounts import ConfirmForm
from web.permissions import Permission
from web.services.errors import ServiceError
from web.services.mailed_codes import turn_off_mailed_codes, turn_on_mailed_codes
from web.sessions import this_session
from web.views.account.blueprint import bp
from web.views.account.recovery_codes import show_first_codes
from web.views.guards import recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/security/mail", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@recently_proved
def mailed_codes() -> Page:
    """Turn codes by mail on where they are off, and off where they are on."""
    user, form = the_user(), ConfirmForm()
    is_on = user.codes_by_mail_since is not None
    if form.validate_on_submit():
        change = turn_off_mailed_codes if is_on else turn_on_mailed_codes
        try:
            with write(form) as writing:
                change(writing.session, user=user, kept=this_session().number)
                if is_on:
                    return writing.done(
                        url_for("account.security"), _("No codes are mailed to you any more.")
                    )
                return show_first_codes(writing, _("From now on a code is mailed to you when you sign in."))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("account/mailed_codes.html", form, user=user, is_on=is_on)
