"""Where I live, where I come from, and until when I may return."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.residence import UNLIMITED, UNTIL, ResidenceForm
from web.models.professional import Professional
from web.permissions import Permission
from web.presenters.names import country_choices
from web.presenters.profile import residence_record
from web.services.errors import StaleError
from web.services.profile_editing import save_residence
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_profile, show_stale
from web.views.writing import write

TEMPLATE = "professional/profile/residence.html"


@bp.route("/profile/residence", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_residence() -> Page:
    """Give the two countries and the right to return."""
    form = _filled_form(own_profile())
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                save_residence(
                    writing.session,
                    user=the_user(),
                    expected_version=form.expected_version,
                    residence_country=form.residence_country.data,
                    country_of_origin=form.country_of_origin.data,
                    reenter_until=form.reenter_until.data if form.reentry.data == UNTIL else None,
                )
                next_page = after_saving(url_for("professional.profile"))
                return writing.done(next_page, _("Your countries and your right to return are saved."))
        except StaleError:
            return show_stale(TEMPLATE, form, residence_record)
    return show(TEMPLATE, form)


def _filled_form(professional: Professional) -> ResidenceForm:
    rights = {True: UNLIMITED, False: UNTIL, None: None}
    form = ResidenceForm(obj=professional, reentry=rights[professional.reenter_unlimited])
    countries = [("", _("Choose a country")), *country_choices()]
    form.residence_country.choices = form.country_of_origin.choices = countries
    form.reentry.choices = [
        (UNLIMITED, _("As long as I like: I am a citizen or a permanent resident")),
        (UNTIL, _("Until a certain day")),
    ]
    return form
