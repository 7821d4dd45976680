"""What I have agreed to, and taking it back."""

from flask import abort, render_template, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.models.base import now
from web.models.professional import Consent, ConsentPurpose
from web.models.vacancy import Vacancy
from web.permissions import Permission
from web.presenters.consents import present_consents
from web.queries.consents import list_consents
from web.services.disclosure_consents import withdraw_disclosure_consent
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.writing import write


@bp.get("/consents")
@requires(Permission.PROFILE_EDIT)
def consents() -> str:
    """List what one has agreed to, and with whom."""
    own = list_consents(current_session()(), visible_to=the_user())
    return render_template("professional/consents/list.html", consents=present_consents(own, now().date()))


@bp.route("/consents/<id:consent_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def consents_withdraw(consent_id: int) -> Page:
    """Say what taking it back means, then take it back."""
    consent, vacancy = _own_disclosure(consent_id)
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            withdraw_disclosure_consent(writing.session, user=the_user(), consent=consent)
            return writing.done(
                url_for("professional.consents"),
                _("Your consent is taken back. The ministry no longer sees who you are."),
            )
    return show("professional/consents/withdraw.html", form, consent=consent, vacancy=vacancy)


def _own_disclosure(consent_id: int) -> tuple[Consent, Vacancy]:
    """Give a consent to be known to a ministry; 404 for anybody else's, for none and for one that ended."""
    own = list_consents(current_session()(), visible_to=the_user())
    found = (pair for pair in own if pair[0].id == consent_id and pair[0].is_in_force(now().date()))
    consent, vacancy = next(found, (None, None))
    if consent is None or vacancy is None or consent.purpose != ConsentPurpose.DISCLOSURE:
        abort(404)
    return consent, vacancy
