"""How, how long and where I would serve."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice

from web.forms.profile.wishes import ANY, SOME, WishesForm
from web.models.professional import Mode, Professional
from web.permissions import Permission
from web.presenters.names import country_choices
from web.presenters.profile import wishes_record
from web.services.errors import StaleError
from web.services.profile_editing import save_wishes
from web.services.region import WCA_COUNTRIES
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_profile, show_stale, version_of
from web.views.writing import write

TEMPLATE = "professional/profile/wishes.html"
MODES = (
    SelectChoice(
        Mode.TEMPORARY, _l("For a limited time"), {"hint": _l("Some weeks or months, often in one's leave")}
    ),
    SelectChoice(Mode.PERMANENT, _l("For good"), {"hint": _l("A post without an end")}),
    SelectChoice(
        Mode.REMOTE, _l("From a distance"), {"hint": _l("Advice, teaching or supervision without travelling")}
    ),
)


@bp.route("/profile/wishes", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_wishes() -> Page:
    """Give the ways to serve, the weeks and the countries."""
    form = _filled_form(own_profile())
    if form.validate_on_submit():
        anywhere = form.where.data == ANY
        try:
            with write(form) as writing:
                save_wishes(
                    writing.session,
                    user=the_user(),
                    expected_version=form.expected_version,
                    modes=[Mode(mode) for mode in form.modes.data],
                    max_weeks=form.max_weeks.data,
                    preferred_countries=list(WCA_COUNTRIES) if anywhere else form.countries.data,
                )
                next_page = after_saving(url_for("professional.profile"))
                return writing.done(next_page, _("Your wishes are saved."))
        except StaleError:
            return show_stale(TEMPLATE, form, wishes_record)
    return show(TEMPLATE, form)


def _filled_form(professional: Professional) -> WishesForm:
    form = WishesForm(
        version=version_of(professional),
        modes=professional.modes,
        max_weeks=professional.max_weeks,
        **_where(professional.preferred_countries),
    )
    form.modes.choices = list(MODES)
    form.countries.choices = country_choices(WCA_COUNTRIES)
    return form


def _where(wanted: list[str] | None) -> dict[str, Any]:
    if wanted is None:
        return {}
    if set(wanted) >= set(WCA_COUNTRIES):
        return {"where": ANY}
    return {"where": SOME, "countries": wanted}
