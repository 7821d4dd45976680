"""Where one is signed in: the list, and ending what is on it."""

from flask import abort, redirect, render_template, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.models.base import now
from web.permissions import Permission
from web.presenters.browser_sessions import how_long_it_lasts, present_session
from web.queries.browser_sessions import find_session, list_open_sessions
from web.services.browser_sessions import end_other_sessions, end_own_session
from web.sessions import this_session
from web.views.account.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page
from web.views.writing import write


@bp.get("/sessions")
@requires(Permission.ACCOUNT_MANAGE)
def sessions() -> str:
    """List the browsers in which one is signed in, each with a form of its own to end it."""
    user, here = the_user(), this_session().number
    opened = list_open_sessions(current_session()(), user=user, at=now())
    return render_template(
        "account/sessions.html",
        rows=[(present_session(each, here=here), WriteForm()) for each in opened],
        how_long=how_long_it_lasts(user.role),
        form=WriteForm(),
    )


@bp.post("/sessions/<id:session_id>/end")
@requires(Permission.ACCOUNT_MANAGE)
def sessions_end(session_id: int) -> Page:
    """Sign out in one browser, whichever it is."""
    found = find_session(current_session()(), session_id)
    check(Permission.ACCOUNT_MANAGE, found.user if found else None)
    if found is None:
        abort(404)
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            end_own_session(writing.session, user=the_user(), ended=found)
            return writing.done(url_for("account.sessions"), _("You are signed out there."))
    return redirect(url_for("account.sessions"), code=303)


@bp.post("/sessions/end-others")
@requires(Permission.ACCOUNT_MANAGE)
def sessions_end_others() -> Page:
    """Sign out in every browser but this one."""
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            end_other_sessions(writing.session, user=the_user(), kept=this_session().number)
            return writing.done(url_for("account.sessions"), _("You are signed out everywhere else."))
    return redirect(url_for("account.sessions"), code=303)
