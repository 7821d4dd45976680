"""Accepting what coordinators have checked, instead of looking a licence up again."""

from flask import abort, url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.models.base import now
from web.models.claims import Verification
from web.models.placement import Placement
from web.permissions import Permission
from web.services.credential_levels import is_verified
from web.services.verifications import accept_verification
from web.views.guards import requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.placements import case_page, own_case
from web.views.pages import Page
from web.views.writing import write


@bp.post("/cases/<id:placement_id>/checks/<id:verification_id>/accept")
@requires(Permission.PLACEMENT_ANSWER_AS_MINISTRY)
def checks_accept(placement_id: int, verification_id: int) -> Page:
    """Take over a check for one's ministry."""
    placement = own_case(placement_id)
    check = _counting_check(placement, verification_id)
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            accept_verification(writing.session, actor=the_user(), verification=check)
            return writing.done(
                url_for("ministry.placement", placement_id=placement_id),
                _("Your ministry has accepted this check."),
            )
    return case_page(form, placement)


def _counting_check(placement: Placement, verification_id: int) -> Verification:
    """Give a check that counts today, of somebody the ministry knows; 404 otherwise."""
    today = now().date()
    licences = placement.professional.licences if placement.is_disclosed else []
    checks = (licence.latest_verification for licence in licences if is_verified(licence, today))
    return next((check for check in checks if check and check.id == verification_id), None) or abort(404)
