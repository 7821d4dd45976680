"""The lists of a profile: what is on them, stating that there is nothing, and removing an entry."""

from flask import abort, url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.models.claims import Claim
from web.permissions import Permission
from web.presenters.claim_lists import present_claim_list
from web.presenters.claims import present_claim
from web.services.claims.saving import LastClaimError, NotEmptyError, remove_claim, state_none
from web.services.profile_sections import LISTS, MAY_BE_NONE, Section
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import own_claim, own_profile
from web.views.refusals import words_for
from web.views.writing import write

ANY_LIST = f"<any({', '.join(LISTS)}):section>"


@bp.route(f"/profile/{ANY_LIST}", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_claims(section: str) -> Page:
    """Show one list; the form on it states that there is nothing to list."""
    wanted = Section(section)
    form = WriteForm()
    if form.is_submitted() and wanted not in MAY_BE_NONE:
        abort(405)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                state_none(writing.session, user=the_user(), section=wanted)
                return writing.done(url_for("professional.profile"), _("Noted: you have none to list."))
        except NotEmptyError as error:
            form.refuse(words_for(error))
    listed = present_claim_list(own_profile(), wanted)
    return show("professional/profile/claims.html", form, listed=listed)


@bp.route(f"/profile/{ANY_LIST}/<id:claim_id>/remove", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_claims_remove(section: str, claim_id: int) -> Page:
    """Take an entry off a list, after asking."""
    wanted = Section(section)
    claim = own_claim(wanted, claim_id, Claim)
    view = present_claim(wanted, claim)
    back_url = url_for("professional.profile_claims", section=section)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                remove_claim(writing.session, user=the_user(), section=wanted, claim=claim)
                return writing.done(back_url, _("Removed: %(title)s.", title=view.title))
        except LastClaimError as error:
            form.refuse(words_for(error))
    return show("professional/profile/claim_remove.html", form, claim=view, back_url=back_url)
