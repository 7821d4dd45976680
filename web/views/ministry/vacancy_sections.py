"""The pages of the vacancy form, each saved by itself. Skills and languages are in requirements.py."""

from flask import request
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from web.db import current_session
from web.forms.facilities import FacilitySearchForm
from web.forms.vacancies import (
    ConditionsForm,
    ExperienceForm,
    FacilityChoiceForm,
    OccupationForm,
    PostForm,
    TimeForm,
)
from web.permissions import Permission
from web.presenters.facilities import facility_place
from web.presenters.wording.codes import occupation as occupation_name
from web.queries.facilities import get_facility
from web.queries.facility_search import search_facilities
from web.services.vacancy_answers import VacancyAnswers
from web.services.vacancy_sections import Section
from web.views.choosing import begin_code_step
from web.views.guards import requires
from web.views.ministry.answers import (
    read_conditions,
    read_experience,
    read_post,
    read_time,
    stored_conditions,
    stored_experience,
    stored_time,
)
from web.views.ministry.blueprint import bp
from web.views.ministry.choices import (
    asked_occupation,
    fitting_specialty,
    offer_modes_and_purposes,
    offer_specialties_and_languages,
)
from web.views.ministry.desk import draft_of, edit_answers, own_country
from web.views.pages import Page, show

MOST_FACILITIES = 10


@bp.route("/vacancies/<id:vacancy_id>/facility", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_facility(vacancy_id: int) -> Page:
    """Move a draft to another facility of the country."""
    vacancy = draft_of(vacancy_id)
    search = FacilitySearchForm(request.args)
    template = "ministry/vacancies/facility.html"
    if not search.validate():
        return show(template, search, vacancy=vacancy, search=search, found=[])
    session, words = current_session()(), search.q.data or ""
    found = search_facilities(session, words, country=own_country(), limit=MOST_FACILITIES) if words else []
    form = FacilityChoiceForm()
    form.facility.choices = [
        SelectChoice(str(each.id), each.name, {"hint": facility_place(each)}) for each in found
    ]
    return edit_answers(
        form,
        vacancy,
        section=Section.POST,
        template=template,
        read=lambda: {"facility": get_facility(session, int(form.facility.data))},
        search=search,
        found=found,
    )


@bp.route("/vacancies/<id:vacancy_id>/occupation", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_occupation(vacancy_id: int) -> Page:
    """Ask for another occupation than at first."""
    vacancy = draft_of(vacancy_id)
    form = OccupationForm(choice=vacancy.occupation)
    name = occupation_name(vacancy.occupation)
    step = begin_code_step(form, asked_occupation(), label=_("Which occupation do you need?"), typed=name)

    def read() -> VacancyAnswers:
        occupation = form.choice.data
        return {
            "occupation": occupation,
            "specialty": fitting_specialty(vacancy, occupation, step.typed),
        }

    return edit_answers(
        form,
        vacancy,
        section=Section.POST,
        template="ministry/vacancies/occupation.html",
        read=read,
        then=step.learn,
        step=step,
    )


@bp.route("/vacancies/<id:vacancy_id>/post", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_post(vacancy_id: int) -> Page:
    """Name the post, its specialty and its language."""
    vacancy = draft_of(vacancy_id)
    form = PostForm(
        data={"title": vacancy.title, "specialty": vacancy.specialty or "", "language": vacancy.language}
    )
    offer_specialties_and_languages(form, vacancy.occupation)
    return edit_answers(
        form,
        vacancy,
        section=Section.POST,
        template="ministry/vacancies/post.html",
        read=lambda: read_post(form),
        occupation=occupation_name(vacancy.occupation),
    )


@bp.route("/vacancies/<id:vacancy_id>/time", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_time(vacancy_id: int) -> Page:
    """Say when, how long, how many and what for."""
    vacancy = draft_of(vacancy_id)
    form = TimeForm(data=stored_time(vacancy))
    offer_modes_and_purposes(form)
    return edit_answers(
        form,
        vacancy,
        section=Section.TIME,
        template="ministry/vacancies/time.html",
        read=lambda: read_time(form),
    )


@bp.route("/vacancies/<id:vacancy_id>/experience", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_experience(vacancy_id: int) -> Page:
    """Say whether a licence is needed, and how many years of experience."""
    vacancy = draft_of(vacancy_id)
    form = ExperienceForm(data=stored_experience(vacancy))
    return edit_answers(
        form,
        vacancy,
        section=Section.REQUIREMENTS,
        template="ministry/vacancies/experience.html",
        read=lambda: read_experience(form),
    )


@bp.route("/vacancies/<id:vacancy_id>/conditions", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_conditions(vacancy_id: int) -> Page:
    """Describe the work, the benefits, the funding and the search for local candidates."""
    vacancy = draft_of(vacancy_id)
    form = ConditionsForm(data=stored_conditions(vacancy))
    return edit_answers(
        form,
        vacancy,
        section=Section.CONDITIONS,
        template="ministry/vacancies/conditions.html",
        read=lambda: read_conditions(form),
    )
