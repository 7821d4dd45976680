"""My specialty within an occupation."""

from flask import render_template, url_for
from flask_babel import gettext as _

from web.forms.profile.occupations import SpecialtyForm
from web.models.claims import HeldOccupation
from web.models.wording import CodeKind
from web.permissions import Permission
from web.presenters.profile import claim_record
from web.presenters.suggestions import SuggestionView
from web.presenters.wording import codes
from web.services.claims.occupations import set_specialty
from web.services.errors import StaleError
from web.services.profile_sections import Section
from web.views.choosing import Asked, CodeStep, begin_code_step
from web.views.guards import requires, the_user
from web.views.pages import UNPROCESSABLE, Page
from web.views.professional.blueprint import bp
from web.views.professional.own import own_claim, own_profile, show_stale, version_of
from web.views.writing import write

TEMPLATE = "professional/profile/specialty.html"


@bp.route("/profile/occupations/<id:claim_id>/specialty", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_specialty(claim_id: int) -> Page:
    """Type a specialty and confirm what it is called, or say that there is none."""
    occupation = own_claim(Section.OCCUPATIONS, claim_id, HeldOccupation)
    form = SpecialtyForm(version=version_of(own_profile()), choice=occupation.specialty)
    step = _begin_step(form, occupation)
    words = {
        "name": codes.occupation(occupation.code, occupation.title),
        "typed_as_occupation": occupation.title,
    }
    if form.validate_on_submit():
        chosen = step.chosen()
        try:
            with write(form) as writing:
                set_specialty(
                    writing.session,
                    user=the_user(),
                    occupation=occupation,
                    expected_version=form.expected_version,
                    specialty=chosen.value if chosen else None,
                )
                step.learn(writing.session)
                next_page = url_for("professional.profile_claims", section=Section.OCCUPATIONS.value)
                return writing.done(next_page, _("Your specialty is saved."))
        except StaleError:
            record = claim_record(Section.OCCUPATIONS, claim_id)
            return show_stale(TEMPLATE, form, record, step=step, **words)
    status = UNPROCESSABLE if step.wrong_form.errors else 200
    return render_template(TEMPLATE, step=step, form=step.wrong_form, **words), status


def _begin_step(form: SpecialtyForm, occupation: HeldOccupation) -> CodeStep:
    held = occupation.specialty
    # What was typed as occupation often says the specialty too: "cardiologue".
    step = begin_code_step(
        form,
        Asked(CodeKind.SPECIALTY),
        label=_("What is your specialty?"),
        typed=occupation.title,
        current=SuggestionView(held, codes.specialty(held), "") if held else None,
        none_allowed=True,
    )
    if not step.items and step.typed == occupation.title:
        # It says none: nobody wants to look up "midwife" once more.
        step.words.words.data = ""
    return step
