"""Who I am."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.identity import IdentityForm, split_name
from web.permissions import Permission
from web.presenters.profile import identity_record
from web.services.errors import StaleError
from web.services.profile_editing import save_identity
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_profile, show_stale, version_of
from web.views.writing import write

TEMPLATE = "professional/profile/identity.html"


@bp.route("/profile/identity", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_identity() -> Page:
    """Give one's name and telephone."""
    professional = own_profile()
    given_name, family_name = split_name(the_user().name)
    form = IdentityForm(
        obj=professional.identity,
        version=version_of(professional),
        given_name=given_name,
        family_name=family_name,
    )
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                save_identity(
                    writing.session,
                    user=the_user(),
                    expected_version=form.expected_version,
                    given_name=form.given_name.data,
                    family_name=form.family_name.data,
                    phone=form.phone.data or "",
                )
                next_page = after_saving(url_for("professional.profile"))
                return writing.done(next_page, _("Your name is saved."))
        except StaleError:
            return show_stale(TEMPLATE, form, identity_record)
    return show(TEMPLATE, form)
