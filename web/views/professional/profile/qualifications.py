"""My qualifications."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.qualifications import QualificationForm
from web.models.claims import Qualification
from web.permissions import Permission
from web.presenters.names import country_choices
from web.presenters.profile import claim_record
from web.services.claims.qualifications import add_qualification, change_qualification
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

TEMPLATE = "professional/profile/qualification.html"


@bp.route("/profile/qualifications/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_qualifications_new() -> Page:
    """Add a diploma."""
    form = QualificationForm()
    _offer_countries(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                add_qualification(writing.session, user=the_user(), **_values(form))
                return writing.done(_list_url(), _("The qualification is added."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(TEMPLATE, form)


@bp.route("/profile/qualifications/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_qualifications_change(claim_id: int) -> Page:
    """Change a diploma."""
    qualification = own_claim(Section.QUALIFICATIONS, claim_id, Qualification)
    form = QualificationForm(obj=qualification, version=version_of(own_profile()))
    _offer_countries(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_qualification(
                    writing.session,
                    user=the_user(),
                    qualification=qualification,
                    expected_version=form.expected_version,
                    **_values(form),
                )
                return writing.done(after_saving(_list_url()), _("The qualification is changed."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            record = claim_record(Section.QUALIFICATIONS, claim_id)
            return show_stale(TEMPLATE, form, record, qualification=qualification)
    return show(TEMPLATE, form, qualification=qualification)


def _offer_countries(form: QualificationForm) -> None:
    form.country.choices = [("", _("Choose a country")), *country_choices()]


def _values(form: QualificationForm) -> dict[str, Any]:
    return {
        "title": form.title.data,
        "institution": form.institution.data or "",
        "country": form.country.data or None,
        "year": form.year.data,
    }


def _list_url() -> str:
    return url_for("professional.profile_claims", section=Section.QUALIFICATIONS.value)
