"""Beginning a vacancy: a facility, an occupation in one's own words, then a first draft."""

from flask import redirect, request, url_for
from flask_babel import gettext as _

from web.forms.vacancies import NewVacancyForm, OccupationForm
from web.models.wording import CodeKind
from web.permissions import Permission
from web.presenters.wording.codes import language as reader_language
from web.presenters.wording.codes import occupation as occupation_name
from web.services.errors import InvalidError
from web.services.vacancies import create_vacancy
from web.services.vocabulary import is_occupation
from web.services.wordings import confirm_wording
from web.views.choosing import begin_code_step
from web.views.guards import requires, the_user
from web.views.ministry.answers import read_first
from web.views.ministry.blueprint import bp
from web.views.ministry.choices import (
    asked_occupation,
    likely_specialty,
    offer_modes_and_purposes,
    offer_specialties_and_languages,
)
from web.views.ministry.facilities import own_facility
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/facilities/<id:facility_id>/vacancies/new", methods=["GET", "POST"])
@requires(Permission.READINESS_ATTEST)
def vacancy_start(facility_id: int) -> Page:
    """Say in one's own words whom the facility needs; nothing is stored before the next page."""
    facility = own_facility(facility_id)
    form = OccupationForm()
    step = begin_code_step(form, asked_occupation(), label=_("Which occupation do you need?"))
    if form.validate_on_submit():
        address = url_for(
            "ministry.vacancy_new", facility_id=facility_id, occupation=form.choice.data, words=step.typed
        )
        return redirect(address, code=303)
    return show("ministry/vacancies/start.html", step.wrong_form, step=step, facility=facility)


@bp.route("/facilities/<id:facility_id>/vacancies/new/<string:occupation>", methods=["GET", "POST"])
@requires(Permission.READINESS_ATTEST)
def vacancy_new(facility_id: int, occupation: str) -> Page:
    """Name the post and its time: with that a draft begins, to be left and taken up again."""
    facility = own_facility(facility_id)
    if not is_occupation(occupation):
        return redirect(url_for("ministry.vacancy_start", facility_id=facility_id), code=303)
    form = _first_form(occupation, request.args.get("words", ""))
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                vacancy = create_vacancy(
                    writing.session,
                    actor=the_user(),
                    **read_first(form, facility, occupation),
                )
                confirm_wording(
                    writing.session,
                    kind=CodeKind.OCCUPATION,
                    text=request.args.get("words", ""),
                    language=reader_language(),
                    country=facility.country,
                    code=occupation,
                )
                return writing.done(
                    url_for("ministry.vacancy", vacancy_id=vacancy.id),
                    _("Your draft is saved. You can leave and come back to it."),
                )
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(
        "ministry/vacancies/new.html", form, facility=facility, occupation=occupation_name(occupation)
    )


def _first_form(occupation: str, words: str) -> NewVacancyForm:
    form = NewVacancyForm(
        data={
            "title": occupation_name(occupation),
            "specialty": likely_specialty(occupation, words),
            "language": the_user().language,
            "posts": 1,
        }
    )
    offer_specialties_and_languages(form, occupation)
    offer_modes_and_purposes(form)
    return form
