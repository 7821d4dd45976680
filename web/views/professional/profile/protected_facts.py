"""What decides nothing and helps to check that everybody is treated alike."""

from flask import url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.profile.protected_facts import ProtectedFactsForm
from web.models.protected_facts import Sex
from web.permissions import Permission
from web.presenters.names import country_choices
from web.queries.protected_facts import find_own_protected_facts
from web.services.protected_facts import save_protected_facts
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.writing import write


@bp.route("/profile/protected-facts", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_protected_facts() -> Page:
    """Ask three questions, say what for, and take no answer for an answer."""
    form = ProtectedFactsForm(obj=find_own_protected_facts(current_session()(), visible_to=the_user()))
    rather_not = ("", _("I prefer not to say"))
    form.sex.choices = [rather_not, *_sexes()]
    form.nationality.choices = [rather_not, *country_choices()]
    if form.validate_on_submit():
        with write(form) as writing:
            save_protected_facts(
                writing.session,
                user=the_user(),
                sex=Sex(form.sex.data) if form.sex.data else None,
                birth_year=form.birth_year.data,
                nationality=form.nationality.data or None,
            )
            return writing.done(url_for("professional.profile"), _("Your answers are saved."))
    return show("professional/profile/protected_facts.html", form)


def _sexes() -> list[tuple[str, str]]:
    return [
        (Sex.FEMALE.value, _("Female")),
        (Sex.MALE.value, _("Male")),
        (Sex.OTHER.value, _("Another")),
    ]
