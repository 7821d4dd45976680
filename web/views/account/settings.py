"""One's own account: name, language, password."""

from flask import session as browser_session
from flask import url_for
from flask_babel import gettext as _

from web.forms.accounts import AccountForm
from web.permissions import Permission
from web.services.accounts import update_account
from web.views.account.blueprint import bp
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.writing import write


@bp.route("/settings", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
def settings() -> Page:
    """Change one's name and the language of one's mail."""
    user = the_user()
    form = AccountForm(obj=user)
    if form.validate_on_submit():
        with write(form) as writing:
            update_account(writing.session, user=user, name=form.name.data, language=form.language.data)
            browser_session["language"] = form.language.data
            return writing.done(url_for("account.settings"), _("Your account is updated."))
    return show("account/settings.html", form, user=user)
