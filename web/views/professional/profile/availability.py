"""When I am free."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.availability import AvailabilityForm
from web.models.claims import Availability
from web.permissions import Permission
from web.presenters.profile import claim_record
from web.services.claims.availability import add_availability, change_availability
from web.services.errors import InvalidError, StaleError
from web.services.profile_sections import Section
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import (
    after_saving,
    own_claim,
    own_profile,
    show_stale,
    version_of,
)
from web.views.refusals import words_for
from web.views.writing import write

TEMPLATE = "professional/profile/period.html"


@bp.route("/profile/availability/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_availability_new() -> Page:
    """Add a period."""
    form = AvailabilityForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                add_availability(
                    writing.session,
                    user=the_user(),
                    starts_on=form.starts_on.data,
                    ends_on=form.ends_on.data,
                )
                return writing.done(_list_url(), _("The period is added."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(TEMPLATE, form)


@bp.route("/profile/availability/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_availability_change(claim_id: int) -> Page:
    """Move a period."""
    period = own_claim(Section.AVAILABILITY, claim_id, Availability)
    form = AvailabilityForm(obj=period, version=version_of(own_profile()))
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_availability(
                    writing.session,
                    user=the_user(),
                    period=period,
                    expected_version=form.expected_version,
                    starts_on=form.starts_on.data,
                    ends_on=form.ends_on.data,
                )
                return writing.done(after_saving(_list_url()), _("The period is changed."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            return show_stale(TEMPLATE, form, claim_record(Section.AVAILABILITY, claim_id), period=period)
    return show(TEMPLATE, form, period=period)


def _list_url() -> str:
    return url_for("professional.profile_claims", section=Section.AVAILABILITY.value)
