"""Recovery codes: shown once, counted, renewed."""

from flask import request, url_for
from flask import session as cookie
from werkzeug.wrappers import Response

from web.db import current_session
from web.forms.accounts import ConfirmForm
from web.navigation import home_endpoint
from web.permissions import Permission
from web.queries.second_factors import count_recovery_codes
from web.services.recovery_codes import make_first_codes, renew_recovery_codes
from web.views.account.blueprint import bp
from web.views.guards import recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.writing import Writing, write

# The codes on their way to the page that shows them; what is stored, they cannot be read from.
SHOWN_ONCE = "recovery_codes"


@bp.route("/security/recovery-codes", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@recently_proved
def recovery_codes() -> Page:
    """Show new codes once; later how many are left, and a way to get others."""
    user, form = the_user(), ConfirmForm()
    if form.validate_on_submit():
        with write(form) as writing:
            cookie[SHOWN_ONCE] = renew_recovery_codes(writing.session, user=user)
            return writing.done(url_for("account.recovery_codes"))
    if codes := cookie.pop(SHOWN_ONCE, None):
        # With the first ones the account is set up: the work can begin.
        onward = home_endpoint(user.role) if "first" in request.args else "account.security"
        return show("account/recovery_codes_new.html", form, codes=codes, onward=url_for(onward))
    return show("account/recovery_codes.html", form, left=count_recovery_codes(current_session()(), user))


def show_first_codes(writing: Writing, notice: str) -> Response:
    """Go on after a second factor was added: to the codes that come with the first one."""
    if codes := make_first_codes(writing.session, user=the_user()):
        cookie[SHOWN_ONCE] = codes
        return writing.done(url_for("account.recovery_codes", first="y"), notice)
    return writing.done(url_for("account.security"), notice)
