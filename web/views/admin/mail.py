"""The outbox: what waits, what failed and what left."""

from typing import Any

from flask import render_template, request, url_for

from web.db import current_session
from web.forms.mail import MailListForm
from web.permissions import Permission
from web.presenters.mail import present_mail, state_tab
from web.queries.keyset import Place
from web.queries.mail import MailState, count_mail, list_mail
from web.views.admin.blueprint import bp
from web.views.guards import requires
from web.views.pages import Page, show


@bp.get("/mail")
@requires(Permission.MAIL_READ)
def mail() -> Page:
    """List the letters of one state."""
    form = MailListForm(request.args)
    if not form.validate():
        return show("admin/mail/refused.html", form)
    session, state = current_session()(), MailState(form.state.data)
    page = list_mail(session, state=state, place=Place(form.after.data, form.before.data))
    counts = count_mail(session)
    return render_template(
        "admin/mail/list.html",
        state=state,
        states=[
            {
                "label": state_tab(each, counts[each]),
                "count": counts[each],
                "current": each == state,
                "url": _address(each),
            }
            for each in MailState
        ],
        rows=[present_mail(message) for message in page.rows],
        previous_url=_address(state, before=page.before) if page.before else None,
        next_url=_address(state, after=page.after) if page.after else None,
    )


def _address(state: MailState, **place: Any) -> str:
    return url_for("admin.mail", state=state.value, **place)
