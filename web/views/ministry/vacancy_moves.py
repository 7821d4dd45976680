"""Pausing, resuming, closing and calling off a vacancy, each on a page of its own."""

from collections.abc import Callable

from flask import abort, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.forms.base import WriteForm
from web.forms.vacancies import OptionalReasonForm, ReasonForm
from web.models.vacancy import VACANCY_TRANSITIONS, Vacancy, VacancyStatus
from web.permissions import Permission
from web.services.errors import ConflictError, InvalidError
from web.services.vacancies import pause_vacancy, resume_vacancy
from web.services.vacancy_endings import cancel_vacancy, close_vacancy
from web.views.guards import requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.desk import CONFLICT, own_vacancy
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/vacancies/<id:vacancy_id>/pause", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_pause(vacancy_id: int) -> Page:
    """Take a vacancy out of sight for a while."""
    vacancy = own_vacancy(vacancy_id)
    return _move(
        WriteForm(),
        vacancy,
        to=VacancyStatus.PAUSED,
        template="ministry/vacancies/pause.html",
        change=lambda session: pause_vacancy(session, vacancy=vacancy, actor=the_user()),
        notice=_("The vacancy is paused. Nobody sees it until you resume it."),
    )


@bp.route("/vacancies/<id:vacancy_id>/resume", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_resume(vacancy_id: int) -> Page:
    """Show a paused vacancy again."""
    vacancy = own_vacancy(vacancy_id)
    if vacancy.status != VacancyStatus.PAUSED:
        abort(CONFLICT)
    return _move(
        WriteForm(),
        vacancy,
        to=VacancyStatus.PUBLISHED,
        template="ministry/vacancies/resume.html",
        change=lambda session: resume_vacancy(session, vacancy=vacancy, actor=the_user()),
        notice=_("The vacancy is published again."),
    )


@bp.route("/vacancies/<id:vacancy_id>/close", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_close(vacancy_id: int) -> Page:
    """End a vacancy that has run its course."""
    vacancy, form = own_vacancy(vacancy_id), OptionalReasonForm()
    return _move(
        form,
        vacancy,
        to=VacancyStatus.CLOSED,
        template="ministry/vacancies/close.html",
        change=lambda session: close_vacancy(
            session, vacancy=vacancy, actor=the_user(), comment=form.comment.data or ""
        ),
        notice=_("The vacancy is closed."),
    )


@bp.route("/vacancies/<id:vacancy_id>/cancel", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_cancel(vacancy_id: int) -> Page:
    """Call a vacancy off, with a reason."""
    vacancy, form = own_vacancy(vacancy_id), ReasonForm()
    return _move(
        form,
        vacancy,
        to=VacancyStatus.CANCELLED,
        template="ministry/vacancies/cancel.html",
        change=lambda session: cancel_vacancy(
            session, vacancy=vacancy, actor=the_user(), reason=form.reason.data
        ),
        notice=_("The vacancy is called off."),
    )


def _move(
    form: WriteForm,
    vacancy: Vacancy,
    *,
    to: VacancyStatus,
    template: str,
    change: Callable[[Session], None],
    notice: str,
) -> Page:
    if to not in VACANCY_TRANSITIONS[vacancy.status]:
        abort(CONFLICT)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change(writing.session)
                return writing.done(url_for("ministry.vacancy", vacancy_id=vacancy.id), notice)
        except (ConflictError, InvalidError) as error:
            form.refuse(words_for(error), error.field)
    return show(template, form, vacancy=vacancy)
