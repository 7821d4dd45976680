"""The audit: who did what to which object, when and why."""

from typing import Any

from flask import current_app, request, url_for
from flask_babel import gettext as _

from config import Settings
from web.db import current_session
from web.forms.audit import AuditListForm
from web.permissions import Permission
from web.presenters.audit import act_words, kind_words, present_entry, report_words
from web.presenters.names import labelled
from web.queries.audit import ActFilter, list_actions, list_acts, list_kinds, map_actors
from web.queries.keyset import Place
from web.queries.users import find_user_by_email
from web.services.audit_reports import read_report
from web.views.admin.blueprint import bp
from web.views.guards import requires
from web.views.pages import Page, show

CHOSEN = ("who", "action", "kind", "number", "first", "last", "request")
# No account has it.
NOBODY = 0
LONGEST_NUMBER = 12


@bp.get("/audit")
@requires(Permission.AUDIT_READ)
def audit() -> Page:
    """List the acts, the newest first, as far as they are what the administrator looks for."""
    session, settings = current_session()(), current_app.config["SETTINGS"]
    assert isinstance(settings, Settings)
    form = AuditListForm(request.args)
    form.action.choices = [("", _("All")), *((code, act_words(code)) for code in list_actions(session))]
    form.kind.choices = [("", _("All")), *((code, kind_words(code)) for code in list_kinds(session))]
    tone, report = report_words(read_report(settings.checked_audit_file))
    if not form.validate():
        return show("admin/audit/list.html", form, tone=tone, report=report)
    page = list_acts(session, wanted=_read_filter(form), place=Place(form.after.data, form.before.data))
    actors = map_actors(session, page.rows)
    return show(
        "admin/audit/list.html",
        form,
        tone=tone,
        report=report,
        rows=[present_entry(entry, actors.get(entry.actor_id or NOBODY)) for entry in page.rows],
        chips=[(_words(form, name), _address(form, without=name)) for name in CHOSEN if form[name].data],
        previous_url=_address(form, before=page.before) if page.before else None,
        next_url=_address(form, after=page.after) if page.after else None,
    )


def _read_filter(form: AuditListForm) -> ActFilter:
    return ActFilter(
        actor_id=_find_actor(form.who.data.strip()) if form.who.data else None,
        action=form.action.data,
        kind=form.kind.data,
        object_id=form.number.data,
        first_day=form.first.day,
        last_day=form.last.day,
        request_id=form.request.data or "",
    )


def _find_actor(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return int(text)
    user = find_user_by_email(current_session()(), text.lower())
    return user.id if user else NOBODY


def _address(form: AuditListForm, *, without: str = "", **place: Any) -> str:
    chosen = {name: form[name].data for name in CHOSEN if form[name].data and name != without}
    return url_for("admin.audit", **chosen, **place)


def _words(form: AuditListForm, name: str) -> str:
    field = form[name]
    chosen = dict(field.choices)[field.data] if name in {"action", "kind"} else field.data
    return labelled(str(field.label.text), str(chosen))
