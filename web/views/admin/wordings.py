"""Wordings people confirmed: what is suggested first because others chose it."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.wordings import REVOKED, USED, WordingListForm
from web.permissions import Permission
from web.presenters.wordings import present_wordings
from web.queries.keyset import Place
from web.queries.wordings import get_wording, list_wordings
from web.services.errors import ServiceError
from web.services.wordings import revoke_wording
from web.views.admin.blueprint import bp
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.get("/wordings")
@requires(Permission.WORDING_REVOKE)
def wordings() -> Page:
    """List the wordings in use, or those that were revoked."""
    form = WordingListForm(request.args)
    if not form.validate():
        return show("admin/wordings/refused.html", form)
    which, place = form.which.data, Place(form.after.data, form.before.data)
    page = list_wordings(current_session()(), revoked=which == REVOKED, place=place)
    return render_template(
        "admin/wordings/list.html",
        which=which,
        tabs=[
            {"label": label, "url": _address(each), "current": each == which}
            for each, label in ((USED, _("In use")), (REVOKED, _("Revoked")))
        ],
        rows=present_wordings(page.rows),
        previous_url=_address(which, before=page.before) if page.before else None,
        next_url=_address(which, after=page.after) if page.after else None,
    )


def _address(which: str, **place: Any) -> str:
    return url_for("admin.wordings", which=which, **place)


@bp.route("/wordings/<id:wording_id>/revoke", methods=["GET", "POST"])
@requires(Permission.WORDING_REVOKE)
def wordings_revoke(wording_id: int) -> Page:
    """Take a wording out of use for good, after a look at what it says."""
    wording = get_wording(current_session()(), wording_id) or abort(404)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                revoke_wording(writing.session, actor=the_user(), wording=wording)
                return writing.done(url_for("admin.wordings"), _("The wording is no longer used."))
        except ServiceError as error:
            form.refuse(words_for(error))
    (view,) = present_wordings([wording])
    return show("admin/wordings/revoke.html", form, wording=view)
