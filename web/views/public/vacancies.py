"""Published vacancies, for everybody."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from web.accounts import signed_in_user
from web.db import current_session
from web.models.base import now
from web.models.user import Role
from web.presenters.open_vacancies import list_asked, list_facts, list_offered, summarise
from web.queries.keyset import TOP, Place
from web.queries.open_vacancies import (
    VacancyFilter,
    count_open_vacancies,
    find_public_vacancy,
    is_open,
    list_open_vacancies,
)
from web.views.guards import public
from web.views.pages import Page, show
from web.views.public.blueprint import bp
from web.views.public.vacancy_filter import list_address, list_chips, open_filter, read_filter

GONE = 410


@bp.get("/vacancies")
@public
def vacancies() -> Page:
    """List the published vacancies, as far as they are what the visitor looks for."""
    session, today = current_session()(), now().date()
    form = open_filter(session, today)
    wanted, place = VacancyFilter(), TOP
    if form.validate():
        wanted, place = read_filter(form), Place(form.after.data, form.before.data)
    page = list_open_vacancies(session, today=today, wanted=wanted, place=place)
    return show(
        "public/vacancies/list.html",
        form,
        rows=[summarise(vacancy) for vacancy in page.rows],
        count=count_open_vacancies(session, today=today, wanted=wanted),
        chips=list_chips(form),
        previous_url=list_address(form, before=page.before) if page.before else None,
        next_url=list_address(form, after=page.after) if page.after else None,
    )


@bp.get("/vacancies/<id:vacancy_id>")
@public
def vacancy(vacancy_id: int) -> ResponseReturnValue:
    """Show one vacancy; an address from before it was closed gets an answer that says so."""
    found = find_public_vacancy(current_session()(), vacancy_id)
    if found is None:
        abort(404)
    if not is_open(found, now().date()):
        return render_template("public/vacancies/closed.html", open_url=url_for("public.vacancies")), GONE
    user = signed_in_user()
    return render_template(
        "public/vacancies/vacancy.html",
        vacancy=found,
        facts=list_facts(found),
        asked=list_asked(found),
        offered=list_offered(found),
        may_apply=user is None or user.role == Role.PROFESSIONAL,
        own_page=url_for("professional.vacancy", vacancy_id=found.id),
    )
