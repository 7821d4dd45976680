"""Reviewing vacancies: the list, and one vacancy that is published or sent back."""

from flask import render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.reviews import ReturnForm, VacancyListForm
from web.models.user import Role
from web.models.vacancy import Vacancy, VacancyStatus
from web.permissions import Permission
from web.presenters.vacancies import list_answers, list_steps, status_tag
from web.presenters.vacancy_lists import present_cases, present_rows, status_tabs
from web.queries.keyset import Place
from web.queries.placements import list_placements_of_vacancy
from web.queries.vacancies import count_vacancies_by_status, find_vacancy, list_vacancies
from web.services.errors import ServiceError
from web.services.vacancies import publish_vacancy, return_vacancy
from web.views.coordinator.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.get("/vacancies")
@requires(Permission.VACANCY_REVIEW)
def vacancies() -> str:
    """List the vacancies of the coordinator's countries."""
    form = VacancyListForm(request.args)
    status = VacancyStatus(form.status.data) if form.validate() and form.status.data else None
    session, user = current_session()(), the_user()
    place = Place() if form.errors else Place(form.after.data, form.before.data)
    page = list_vacancies(session, visible_to=user, status=status, place=place)
    counts = count_vacancies_by_status(session, visible_to=user)
    return render_template(
        "coordinator/vacancies/list.html",
        status=status,
        status_tabs=status_tabs(counts, status),
        page=page,
        rows=present_rows(page.rows),
    )


@bp.get("/vacancies/<id:vacancy_id>")
@requires(Permission.VACANCY_REVIEW)
def vacancy(vacancy_id: int) -> str:
    """Show one vacancy as its ministry wrote it, and what can be done with it."""
    found = load_vacancy(vacancy_id, Permission.VACANCY_REVIEW)
    return _vacancy_page(found, WriteForm())[0]


def load_vacancy(vacancy_id: int, permission: Permission) -> Vacancy:
    """Load a vacancy that the user may see, or answer 404."""
    found = find_vacancy(current_session()(), vacancy_id)
    check(permission, found)
    assert found is not None
    return found


def _vacancy_page(vacancy: Vacancy, form: WriteForm) -> tuple[str, int]:
    return show(
        "coordinator/vacancies/vacancy.html",
        form,
        vacancy=vacancy,
        answers=list_answers(vacancy),
        history=list_steps(vacancy),
        state=status_tag(vacancy),
        cases=present_cases(
            list_placements_of_vacancy(current_session()(), vacancy_id=vacancy.id), Role.COORDINATOR
        ),
    )


@bp.post("/vacancies/<id:vacancy_id>/publish")
@requires(Permission.VACANCY_REVIEW)
def vacancies_publish(vacancy_id: int) -> Page:
    """Publish a vacancy."""
    found = load_vacancy(vacancy_id, Permission.VACANCY_REVIEW)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                publish_vacancy(writing.session, vacancy=found, actor=the_user())
                return writing.done(
                    url_for("coordinator.vacancy", vacancy_id=found.id), _("The vacancy is published.")
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    return _vacancy_page(found, form)


@bp.route("/vacancies/<id:vacancy_id>/return", methods=["GET", "POST"])
@requires(Permission.VACANCY_REVIEW)
def vacancies_return(vacancy_id: int) -> Page:
    """Send a vacancy back to its ministry with a comment."""
    found = load_vacancy(vacancy_id, Permission.VACANCY_REVIEW)
    form = ReturnForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                return_vacancy(writing.session, vacancy=found, actor=the_user(), comment=form.comment.data)
                return writing.done(
                    url_for("coordinator.vacancy", vacancy_id=found.id),
                    _("The vacancy is back with the ministry, with your comment."),
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("coordinator/vacancies/return.html", form, vacancy=found)
