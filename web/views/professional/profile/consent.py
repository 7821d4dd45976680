"""My consent to being compared with vacancies."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.forms.profile.consent import MATCHING_WORDING, ConsentForm
from web.models.professional import Consent, ConsentPurpose, Professional
from web.permissions import Permission
from web.services.matching_consents import give_matching_consent, withdraw_matching_consent
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_profile
from web.views.writing import write


@bp.route("/profile/consent", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_consent() -> Page:
    """Say yes to being compared with vacancies, or see what one has agreed to."""
    form = ConsentForm()
    if form.validate_on_submit():
        with write(form) as writing:
            give_matching_consent(writing.session, user=the_user(), wording=str(MATCHING_WORDING))
            next_page = after_saving(url_for("professional.profile"))
            return writing.done(next_page, _("Your consent is noted."))
    return show("professional/profile/consent.html", form, consent=_standing_consent(own_profile()))


def _standing_consent(professional: Professional) -> Consent | None:
    for consent in professional.consents:
        if consent.purpose == ConsentPurpose.MATCHING and consent.withdrawn_at is None:
            return consent
    return None


@bp.route("/profile/consent/withdraw", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_consent_withdraw() -> Page:
    """Take the consent back; from then on nobody is shown the profile in a list."""
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            withdraw_matching_consent(writing.session, user=the_user())
            return writing.done(
                url_for("professional.profile"),
                _("Your consent is withdrawn. Your profile is in no list any more."),
            )
    return show("professional/profile/consent_withdraw.html", form)
