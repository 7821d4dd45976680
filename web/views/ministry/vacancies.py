"""A ministry's vacancies: the list, the page of one, checking and submitting it."""

from typing import TypeVar

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import VersionedForm
from web.models.vacancy import Vacancy, VacancyStatus
from web.permissions import Permission
from web.presenters.ministry_vacancies import (
    has_candidates,
    list_acts,
    list_changeable_answers,
    list_columns,
    list_tasks,
    ministry_tabs,
)
from web.presenters.vacancies import last_comment, list_answers, list_steps, posts, status_tag
from web.presenters.vacancy_lists import present_rows
from web.presenters.vacancy_words import STANDING
from web.queries.vacancies import VacancyOrder, count_vacancies_by_status, list_vacancies
from web.services.errors import InvalidError, StaleError
from web.services.vacancies import submit_vacancy
from web.services.vacancy_editing import EDITABLE, open_for_change
from web.services.vacancy_sections import list_missing_sections
from web.views.guards import requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.desk import CONFLICT, draft_of, own_vacancy, page_after, read_place
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

E = TypeVar("E", VacancyStatus, VacancyOrder)


@bp.get("/vacancies")
@requires(Permission.VACANCY_WRITE)
def vacancies() -> str:
    """List the ministry's vacancies, by state, sorted, page by page."""
    user, session = the_user(), current_session()()
    status = _read("status", VacancyStatus)
    order = _read("sort", VacancyOrder) or VacancyOrder.NEWEST
    page = list_vacancies(session, visible_to=user, status=status, order=order, place=read_place())
    counts = count_vacancies_by_status(session, visible_to=user)
    return render_template(
        "ministry/vacancies/list.html",
        rows=present_rows(page.rows),
        page=page,
        tabs_of_list=ministry_tabs(counts, status),
        columns=list_columns(order, status),
        total=counts.get(status, 0) if status else sum(counts.values()),
        arguments={"status": status and status.value, "sort": order.value},
    )


def _read(name: str, kind: type[E]) -> E | None:
    text = request.args.get(name, "")
    return kind(text) if text in set(kind) else None


@bp.get("/vacancies/<id:vacancy_id>")
@requires(Permission.VACANCY_WRITE)
def vacancy(vacancy_id: int) -> str:
    """Show a vacancy: as a list of tasks while it is written, and where it stands afterwards."""
    vacancy = own_vacancy(vacancy_id)
    word, tone = status_tag(vacancy)
    context = {
        "vacancy": vacancy,
        "word": word,
        "tone": tone,
        "standing": STANDING[vacancy.status],
        "acts": list_acts(vacancy),
    }
    if vacancy.status in EDITABLE:
        comment = last_comment(vacancy) if vacancy.status == VacancyStatus.RETURNED else ""
        tasks = list_tasks(vacancy)
        return render_template(
            "ministry/vacancies/tasks.html",
            tasks=tasks,
            comment=comment,
            is_complete=not list_missing_sections(vacancy),
            next_url=next((task.url for task in tasks if task.state != "done"), page_after(vacancy)),
            **context,
        )
    return render_template(
        "ministry/vacancies/vacancy.html",
        answers=list_answers(vacancy),
        history=list_steps(vacancy),
        has_candidates=has_candidates(vacancy),
        posts=posts(vacancy),
        **context,
    )


@bp.route("/vacancies/<id:vacancy_id>/check", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_check(vacancy_id: int) -> Page:
    """Read all answers once more, then hand the vacancy in."""
    vacancy = draft_of(vacancy_id)
    form = VersionedForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                open_for_change(vacancy, form.expected_version)
                submit_vacancy(writing.session, vacancy=vacancy, actor=the_user())
                return writing.done(url_for("ministry.vacancy_submitted", vacancy_id=vacancy_id))
        except StaleError:
            return _show_changed(form, vacancy)
        except InvalidError as error:
            form.refuse(words_for(error))
    form.version.data = str(vacancy.version)
    return show(
        "ministry/vacancies/check.html", form, vacancy=vacancy, answers=list_changeable_answers(vacancy)
    )


def _show_changed(form: VersionedForm, vacancy: Vacancy) -> tuple[str, int]:
    form.refuse(_("Somebody changed an answer after you opened this page. Read them again, then submit."))
    form.version.data = str(vacancy.version)
    answers = list_changeable_answers(vacancy)
    page = render_template("ministry/vacancies/check.html", form=form, vacancy=vacancy, answers=answers)
    return page, CONFLICT


@bp.get("/vacancies/<id:vacancy_id>/submitted")
@requires(Permission.VACANCY_WRITE)
def vacancy_submitted(vacancy_id: int) -> str:
    """Show the receipt: the reference, and what happens next."""
    vacancy = own_vacancy(vacancy_id)
    if vacancy.status in EDITABLE:
        abort(404)
    return render_template("ministry/vacancies/submitted.html", vacancy=vacancy)
