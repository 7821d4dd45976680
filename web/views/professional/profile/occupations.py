"""My occupations."""

from flask import render_template, url_for
from flask_babel import gettext as _

from web.forms.profile.occupations import OccupationForm
from web.models.claims import HeldOccupation
from web.models.wording import CodeKind
from web.permissions import Permission
from web.presenters.claims import ClaimView, present_claim
from web.presenters.profile import claim_record
from web.presenters.suggestions import SuggestionView
from web.presenters.wording import codes
from web.services.claims.occupations import add_occupation, change_occupation
from web.services.errors import InvalidError, StaleError
from web.services.profile_sections import Section
from web.views.choosing import Asked, CodeStep, begin_code_step
from web.views.guards import requires, the_user
from web.views.pages import UNPROCESSABLE, Page
from web.views.professional.blueprint import bp
from web.views.professional.own import own_claim, own_profile, show_stale, version_of
from web.views.refusals import words_for
from web.views.writing import write

TEMPLATE = "professional/profile/occupation.html"


@bp.route("/profile/occupations/new", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_occupations_new() -> Page:
    """Type an occupation, confirm what it is called, and give the years; the specialty comes next."""
    form = OccupationForm()
    step = _begin_step(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                occupation = add_occupation(
                    writing.session,
                    user=the_user(),
                    code=form.choice.data,
                    title=step.typed,
                    years=form.years.data,
                )
                step.learn(writing.session)
                return writing.done(
                    url_for("professional.profile_specialty", claim_id=occupation.id),
                    _("The occupation is added."),
                )
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return _show_step(step, None)


@bp.route("/profile/occupations/<id:claim_id>", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_occupations_change(claim_id: int) -> Page:
    """Change an occupation or the years in it."""
    occupation = own_claim(Section.OCCUPATIONS, claim_id, HeldOccupation)
    form = OccupationForm(version=version_of(own_profile()), choice=occupation.code, years=occupation.years)
    step = _begin_step(form, occupation)
    view = present_claim(Section.OCCUPATIONS, occupation)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_occupation(
                    writing.session,
                    user=the_user(),
                    occupation=occupation,
                    expected_version=form.expected_version,
                    code=form.choice.data,
                    title=step.typed,
                    years=form.years.data,
                )
                step.learn(writing.session)
                return writing.done(
                    url_for("professional.profile_specialty", claim_id=claim_id),
                    _("The occupation is changed."),
                )
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            record = claim_record(Section.OCCUPATIONS, claim_id)
            return show_stale(TEMPLATE, form, record, step=step, occupation=view)
    return _show_step(step, view)


def _show_step(step: CodeStep, occupation: ClaimView | None) -> Page:
    status = UNPROCESSABLE if step.wrong_form.errors else 200
    page = render_template(TEMPLATE, step=step, form=step.wrong_form, occupation=occupation)
    return page, status


def _begin_step(form: OccupationForm, held: HeldOccupation | None = None) -> CodeStep:
    origin = own_profile().country_of_origin
    current = SuggestionView(held.code, codes.occupation(held.code), "") if held else None
    return begin_code_step(
        form,
        Asked(CodeKind.OCCUPATION, origin),
        label=_("What is your occupation?"),
        typed=held.title if held else "",
        current=current,
    )
