"""The skills and languages a vacancy asks for, one at a time."""

from flask import abort, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from web.forms.base import VersionedForm
from web.forms.vacancies import LanguageForm, SkillForm, read_yes
from web.models.claims import Cefr
from web.models.vacancy import RequirementKind, Vacancy
from web.models.wording import CodeKind
from web.permissions import Permission
from web.presenters.ministry_vacancies import list_experience
from web.presenters.names import language_choices
from web.presenters.vacancies import list_required_languages, list_required_skills
from web.services.errors import ServiceError
from web.services.vacancy_requirements import add_language, add_skill, remove_language, remove_skill
from web.services.vacancy_sections import Section, lacks_working_language
from web.views.choosing import Asked, begin_code_step
from web.views.guards import requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.choices import language_levels, skill_levels
from web.views.ministry.desk import CONFLICT, draft_of, edit_section, page_after
from web.views.pages import Page
from web.views.writing import write


@bp.get("/vacancies/<id:vacancy_id>/requirements")
@requires(Permission.VACANCY_WRITE)
def vacancy_requirements(vacancy_id: int) -> Page:
    """List what the person must bring, and what is welcome."""
    vacancy = draft_of(vacancy_id)
    return render_template(
        "ministry/vacancies/requirements.html",
        vacancy=vacancy,
        must_haves=list_required_skills(vacancy, RequirementKind.MUST_HAVE),
        desirables=list_required_skills(vacancy, RequirementKind.DESIRABLE),
        languages=list_required_languages(vacancy),
        lacks_working_language=lacks_working_language(vacancy),
        facts=list_experience(vacancy),
        # Each button is a form of its own, so each needs a nonce of its own.
        removal=lambda: VersionedForm(version=str(vacancy.version)),
        next_url=page_after(vacancy),
    )


@bp.route("/vacancies/<id:vacancy_id>/skills/new", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_skills_new(vacancy_id: int) -> Page:
    """Ask for one more skill."""
    vacancy = draft_of(vacancy_id)
    form = SkillForm(kind=RequirementKind.MUST_HAVE.value, level="2")
    form.level.choices = skill_levels()
    step = begin_code_step(
        form, Asked(CodeKind.SKILL), label=_("Which skill do you need?"), none_allowed=True
    )

    def change(session: Session) -> str:
        chosen = step.chosen()
        add_skill(
            session,
            vacancy=vacancy,
            actor=the_user(),
            expected_version=form.expected_version,
            kind=RequirementKind(form.kind.data),
            code=chosen.value if chosen else None,
            phrase=step.typed,
            min_level=int(form.level.data),
            indispensable=form.indispensable.data,
        )
        step.learn(session)
        return _list_url(vacancy)

    return edit_section(
        form,
        vacancy,
        section=Section.REQUIREMENTS,
        template="ministry/vacancies/skill.html",
        change=change,
        step=step,
    )


@bp.route("/vacancies/<id:vacancy_id>/languages/new", methods=["GET", "POST"])
@requires(Permission.VACANCY_WRITE)
def vacancy_languages_new(vacancy_id: int) -> Page:
    """Ask for one more language."""
    vacancy = draft_of(vacancy_id)
    asked = {language.code for language in vacancy.languages}
    form = LanguageForm(code=vacancy.language, min_cefr=Cefr.B2.value)
    form.code.choices = [choice for choice in language_choices() if choice[0] not in asked]
    form.min_cefr.choices = language_levels()

    def change(session: Session) -> str:
        add_language(
            session,
            vacancy=vacancy,
            actor=the_user(),
            expected_version=form.expected_version,
            code=form.code.data,
            min_cefr=Cefr(form.min_cefr.data),
            required=read_yes(form.required),
        )
        return _list_url(vacancy)

    return edit_section(
        form,
        vacancy,
        section=Section.REQUIREMENTS,
        template="ministry/vacancies/language.html",
        change=change,
    )


@bp.post("/vacancies/<id:vacancy_id>/skills/<id:skill_id>/remove")
@requires(Permission.VACANCY_WRITE)
def vacancy_skills_remove(vacancy_id: int, skill_id: int) -> Response:
    """Take a skill out of the list."""
    vacancy = draft_of(vacancy_id)
    form = VersionedForm()
    if not form.validate():
        abort(400)
    try:
        with write(form) as writing:
            remove_skill(
                writing.session,
                vacancy=vacancy,
                actor=the_user(),
                expected_version=form.expected_version,
                skill_id=skill_id,
            )
            return writing.done(_list_url(vacancy), _("The skill is removed."))
    except ServiceError:
        abort(CONFLICT)


@bp.post("/vacancies/<id:vacancy_id>/languages/<id:language_id>/remove")
@requires(Permission.VACANCY_WRITE)
def vacancy_languages_remove(vacancy_id: int, language_id: int) -> Response:
    """Take a language out of the list."""
    vacancy = draft_of(vacancy_id)
    form = VersionedForm()
    if not form.validate():
        abort(400)
    try:
        with write(form) as writing:
            remove_language(
                writing.session,
                vacancy=vacancy,
                actor=the_user(),
                expected_version=form.expected_version,
                language_id=language_id,
            )
            return writing.done(_list_url(vacancy), _("The language is removed."))
    except ServiceError:
        abort(CONFLICT)


def _list_url(vacancy: Vacancy) -> str:
    return url_for("ministry.vacancy_requirements", vacancy_id=vacancy.id)
