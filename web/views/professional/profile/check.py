"""Checking the answers, sending the profile, and the receipt."""

from flask import redirect, render_template, url_for
from flask_babel import gettext as _

from web.forms.base import VersionedForm
from web.permissions import Permission
from web.presenters.profile import present_answers, section_label, section_url
from web.services.errors import StaleError
from web.services.profile_sections import list_missing_sections
from web.services.profiles import ProfileIncompleteError, ProfileStateError, submit_profile
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import CONFLICT, own_profile, version_of
from web.views.writing import write

TEMPLATE = "professional/profile/check.html"


@bp.route("/profile/check", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_check() -> Page:
    """Show every answer with the way to change it, then take the profile."""
    professional = own_profile()
    form = VersionedForm(version=version_of(professional))
    status = 200
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                submit_profile(writing.session, user=the_user(), expected_version=form.expected_version)
                return writing.done(url_for("professional.profile_submitted"))
        except ProfileStateError:
            return redirect(url_for("professional.profile_submitted"), code=303)
        except ProfileIncompleteError:
            form.refuse(_("Some parts that cannot wait are not done yet. They are listed below."))
            status = CONFLICT
        except StaleError:
            form.refuse(_("Your profile was changed after you opened this page. Check the answers again."))
            form.version.data = str(version_of(own_profile()))
            status = CONFLICT
    return _show_answers(form, status)


def _show_answers(form: VersionedForm, status: int) -> Page:
    professional = own_profile()
    page, plain_status = show(
        TEMPLATE,
        form,
        professional=professional,
        groups=present_answers(professional),
        missing=[
            (section_label(section), section_url(section)) for section in list_missing_sections(professional)
        ],
    )
    return page, status if status == CONFLICT else plain_status


@bp.get("/profile/submitted")
@requires(Permission.PROFILE_EDIT)
def profile_submitted() -> Page:
    """Give the receipt: the reference, and what happens next."""
    professional = own_profile()
    if professional.submitted_at is None:
        return redirect(url_for("professional.profile"), code=303)
    return render_template("professional/profile/submitted.html", professional=professional)
