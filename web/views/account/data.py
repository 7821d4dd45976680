"""One's own data: taking it away, and having it erased. Staff cannot: they answer for what they did."""

import io
from datetime import timedelta

from flask import current_app, redirect, render_template, send_file, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.accounts import ConfirmForm
from web.models.base import now
from web.models.user import User
from web.permissions import Permission
from web.queries.acts import has_done
from web.services.erasure import HeldError, ServingError, erase_professional, find_obstacle
from web.services.errors import ConflictError
from web.services.exports import begin_export, export_person
from web.tasks.remove_expired import finish_erasures
from web.views.account.blueprint import bp
from web.views.guards import public, recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.writing import write

READY_FOR = timedelta(minutes=10)


@bp.route("/data", methods=["GET", "POST"])
@requires(Permission.DATA_MANAGE)
@recently_proved
def data() -> Page:
    """Ask for a copy of everything."""
    user, form = the_user(), ConfirmForm()
    if form.validate_on_submit():
        with write(form) as writing:
            begin_export(writing.session, user=user)
            return writing.done(url_for("account.data"), _("Your file is ready."))
    minutes = READY_FOR // timedelta(minutes=1)
    return show("account/data.html", form, is_ready=_is_ready(user), minutes=minutes)


def _is_ready(user: User) -> bool:
    return has_done(current_session()(), user=user, action="user.export", since=now() - READY_FOR)


@bp.get("/data/download")
@requires(Permission.DATA_MANAGE)
@recently_proved
def data_download() -> Page:
    """Give the copy, for a few minutes after it was asked for."""
    user = the_user()
    if not _is_ready(user):
        return redirect(url_for("account.data"), code=303)
    packed = export_person(current_session()(), user=user)
    name = f"sankofa-{now().date().isoformat()}.zip"
    return send_file(io.BytesIO(packed), "application/zip", as_attachment=True, download_name=name)


@bp.route("/data/erase", methods=["GET", "POST"])
@requires(Permission.DATA_MANAGE)
@recently_proved
def data_erase() -> Page:
    """Say what goes and what stays; then let it go."""
    user, form = the_user(), ConfirmForm()
    obstacle = find_obstacle(current_session()(), user=user)
    if form.validate_on_submit() and obstacle is None:
        try:
            return _erase(form, user)
        except ConflictError as error:
            obstacle = type(error)
    return show("account/data_erase.html", form, obstacle=_in_words(obstacle))


def _erase(form: ConfirmForm, user: User) -> Page:
    with write(form) as writing:
        erase_professional(writing.session, actor=user, user=user)
        answer = writing.done(url_for("account.data_erased"))
    finish_erasures(current_app.config["SETTINGS"])
    return answer


def _in_words(obstacle: type[ConflictError] | None) -> str:
    words: dict[type[ConflictError] | None, str] = {
        HeldError: _("A court, an inquiry or a dispute needs your data. It has to stay until that is over."),
        ServingError: _("You are in a post now. The coordinator has to close the case first."),
    }
    return words.get(obstacle, "")


@bp.get("/data/erased")
@public
def data_erased() -> str:
    """Say that it is done."""
    return render_template("account/data_erased.html")
