"""My licences."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.licences import LicenceForm
from web.models.claims import Licence, LicenceStatus
from web.permissions import Permission
from web.presenters.claims import present_claim
from web.presenters.names import country_choices
from web.presenters.profile import claim_record
from web.services.claims.licences import LicenceFacts, add_licence, change_licence
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

TEMPLATE = "professional/profile/licence.html"


@bp.route("/profile/licences/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_licences_new() -> Page:
    """Add a licence."""
    form = LicenceForm()
    _offer_choices(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                add_licence(writing.session, user=the_user(), facts=_facts(form))
                return writing.done(_list_url(), _("The licence is added. A coordinator will look it up."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(TEMPLATE, form)


@bp.route("/profile/licences/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_licences_change(claim_id: int) -> Page:
    """Change a licence; it must then be verified anew."""
    licence = own_claim(Section.LICENCES, claim_id, Licence)
    form = LicenceForm(obj=licence, version=version_of(own_profile()))
    _offer_choices(form)
    view = present_claim(Section.LICENCES, licence)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_licence(
                    writing.session,
                    user=the_user(),
                    licence=licence,
                    expected_version=form.expected_version,
                    facts=_facts(form),
                )
                return writing.done(after_saving(_list_url()), _("The licence is changed."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            return show_stale(TEMPLATE, form, claim_record(Section.LICENCES, claim_id), licence=view)
    return show(TEMPLATE, form, licence=view)


def _offer_choices(form: LicenceForm) -> None:
    form.country.choices = [("", _("Choose a country")), *country_choices()]
    form.status.choices = [
        (LicenceStatus.ACTIVE.value, _("Active: I may practise there")),
        (LicenceStatus.EXPIRED.value, _("Expired")),
        (LicenceStatus.SUSPENDED.value, _("Suspended: I may not practise there at present")),
        (LicenceStatus.UNKNOWN.value, _("I do not know")),
    ]


def _facts(form: LicenceForm) -> LicenceFacts:
    return LicenceFacts(
        country=form.country.data,
        regulator=form.regulator.data,
        number=form.number.data or "",
        status=LicenceStatus(form.status.data),
        valid_from=form.valid_from.data,
        valid_until=form.valid_until.data,
    )


def _list_url() -> str:
    return url_for("professional.profile_claims", section=Section.LICENCES.value)
