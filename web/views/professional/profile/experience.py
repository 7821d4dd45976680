"""How long I have worked in health."""

from flask import url_for
from flask_babel import gettext as _

from web.forms.profile.experience import ExperienceForm
from web.permissions import Permission
from web.presenters.profile import experience_record
from web.services.errors import InvalidError, StaleError
from web.services.profile_editing import save_experience
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import after_saving, own_profile, show_stale
from web.views.refusals import words_for
from web.views.writing import write

TEMPLATE = "professional/profile/experience.html"


@bp.route("/profile/experience", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_experience() -> Page:
    """Give the years in all, and a few sentences."""
    form = ExperienceForm(obj=own_profile())
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                save_experience(
                    writing.session,
                    user=the_user(),
                    expected_version=form.expected_version,
                    years_experience=form.years_experience.data,
                    summary=form.summary.data or "",
                    summary_shared=form.summary_shared.data,
                )
                next_page = after_saving(url_for("professional.profile"))
                return writing.done(next_page, _("Your experience is saved."))
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
        except StaleError:
            return show_stale(TEMPLATE, form, experience_record)
    return show(TEMPLATE, form)
