"""My skills."""

from flask import render_template, url_for
from flask_babel import gettext as _

from web.forms.profile.skills import SkillForm, SkillLevelForm
from web.models.claims import HeldSkill
from web.models.wording import CodeKind
from web.permissions import Permission
from web.presenters.claims import present_claim, skill_level_words
from web.presenters.profile import claim_record
from web.services.claims.skills import add_skill, change_skill
from web.services.errors import InvalidError, StaleError
from web.services.profile_sections import Section
from web.views.choosing import Asked, CodeStep, begin_code_step
from web.views.guards import requires, the_user
from web.views.pages import UNPROCESSABLE, Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import (
    after_saving,
    own_claim,
    own_profile,
    show_stale,
    version_of,
)
from web.views.refusals import words_for
from web.views.writing import write

LEVELS = (1, 2, 3, 4)


@bp.route("/profile/skills/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_skills_new() -> Page:
    """Type a skill, confirm what it is called, and give its level."""
    form = SkillForm()
    form.level.choices = _level_choices()
    asked = Asked(CodeKind.SKILL)
    step = begin_code_step(form, asked, label=_("Which skill do you have?"), none_allowed=True)
    if form.validate_on_submit():
        chosen = step.chosen()
        try:
            with write(form) as writing:
                add_skill(
                    writing.session,
                    user=the_user(),
                    code=chosen.value if chosen else None,
                    phrase=step.typed,
                    level=int(form.level.data),
                )
                step.learn(writing.session)
                return writing.done(_list_url(), _("The skill is added."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return _show_step(step)


def _show_step(step: CodeStep) -> Page:
    status = UNPROCESSABLE if step.wrong_form.errors else 200
    return render_template("professional/profile/skill.html", step=step, form=step.wrong_form), status


@bp.route("/profile/skills/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_skills_change(claim_id: int) -> Page:
    """Change the level of a skill."""
    template = "professional/profile/skill_level.html"
    skill = own_claim(Section.SKILLS, claim_id, HeldSkill)
    form = SkillLevelForm(version=version_of(own_profile()), level=skill.level and str(skill.level))
    form.level.choices = _level_choices()
    view = present_claim(Section.SKILLS, skill)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_skill(
                    writing.session,
                    user=the_user(),
                    skill=skill,
                    expected_version=form.expected_version,
                    level=int(form.level.data),
                )
                return writing.done(after_saving(_list_url()), _("The level is changed."))
        except StaleError:
            return show_stale(template, form, claim_record(Section.SKILLS, claim_id), skill=view)
    return show(template, form, skill=view)


def _level_choices() -> list[tuple[str, str]]:
    return [(str(level), skill_level_words(level)) for level in LEVELS]


def _list_url() -> str:
    return url_for("professional.profile_claims", section=Section.SKILLS.value)
