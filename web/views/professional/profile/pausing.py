"""Pausing, coming back, and saying that everything is still right."""

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.models.professional import ProfessionalStatus
from web.permissions import Permission
from web.services.profiles import (
    ConsentMissingError,
    ProfileStateError,
    pause_profile,
    reconfirm_profile,
    resume_profile,
)
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import own_profile
from web.views.writing import write


@bp.route("/profile/pause", methods=["GET", "POST"])
@requires(Permission.PROFILE_EDIT)
def profile_pause() -> Page:
    """Take the profile out of the lists for as long as its owner likes."""
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                pause_profile(writing.session, user=the_user())
                return writing.done(
                    url_for("professional.home"), _("You are paused. Come back whenever you like.")
                )
        except ProfileStateError:
            flash(_("Your profile is in no list, so there is nothing to pause."), "notice")
            return redirect(url_for("professional.home"), code=303)
    if own_profile().status != ProfessionalStatus.ACTIVE:
        return redirect(url_for("professional.home"), code=303)
    return show("professional/profile/pause.html", form)


@bp.post("/profile/resume")
@requires(Permission.PROFILE_EDIT)
def profile_resume() -> Page:
    """Put the profile back into the lists."""
    form = WriteForm()
    if not form.validate_on_submit():
        abort(400)
    try:
        with write(form) as writing:
            resume_profile(writing.session, user=the_user())
            return writing.done(
                url_for("professional.home"), _("Welcome back. Your profile is in use again.")
            )
    except ConsentMissingError:
        flash(_("First agree that your profile is compared with vacancies."), "notice")
        return redirect(url_for("professional.profile_consent"), code=303)
    except ProfileStateError:
        flash(_("Your profile is not paused."), "notice")
        return redirect(url_for("professional.home"), code=303)


@bp.post("/profile/reconfirm")
@requires(Permission.PROFILE_EDIT)
def profile_reconfirm() -> Page:
    """Take one click that everything is still right."""
    form = WriteForm()
    if not form.validate_on_submit():
        abort(400)
    try:
        with write(form) as writing:
            reconfirm_profile(writing.session, user=the_user())
            return writing.done(
                url_for("professional.home"), _("Thank you. Your profile is confirmed as of today.")
            )
    except ProfileStateError:
        flash(_("Send your profile first."), "notice")
        return redirect(url_for("professional.profile"), code=303)
