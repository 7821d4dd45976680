"""Who can sign in: suspending, reinstating, signing out everywhere, second steps lost, invitations again."""

from flask import redirect, url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.forms.users import FactorResetForm, SignOutForm, SuspensionForm
from web.permissions import Permission
from web.services.accounts import reinstate_user, resend_invitation, suspend_user
from web.services.browser_sessions import end_sessions_for
from web.services.errors import ServiceError
from web.services.factor_resets import reset_factors
from web.views.admin.blueprint import bp
from web.views.admin.users import load_user
from web.views.guards import recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/users/<id:user_id>/suspend", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
@recently_proved
def user_suspend(user_id: int) -> Page:
    """Lock somebody out, with a reason; it counts from their next request on."""
    user = load_user(user_id)
    form = SuspensionForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                suspend_user(writing.session, actor=the_user(), user=user, reason=form.reason.data)
                return writing.done(url_for("admin.user", user_id=user.id), _("The account is suspended."))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/users/suspend.html", form, user=user)


@bp.route("/users/<id:user_id>/sign-out", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
@recently_proved
def user_sign_out(user_id: int) -> Page:
    """Sign somebody out everywhere, with a reason; they can sign in again."""
    user = load_user(user_id)
    form = SignOutForm()
    if form.validate_on_submit():
        with write(form) as writing:
            end_sessions_for(writing.session, actor=the_user(), user=user, reason=form.reason.data)
            return writing.done(
                url_for("admin.user", user_id=user.id), _("The person is signed out everywhere.")
            )
    return show("admin/users/sign_out.html", form, user=user)


@bp.route("/users/<id:user_id>/second-step", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
@recently_proved
def user_reset_factors(user_id: int) -> Page:
    """Take away the second factors of somebody who has lost them, with a reason."""
    user = load_user(user_id)
    form = FactorResetForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                reset_factors(writing.session, actor=the_user(), user=user, reason=form.reason.data)
                return writing.done(
                    url_for("admin.user", user_id=user.id),
                    _("The second step is taken away, and the person is told."),
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/users/reset_factors.html", form, user=user)


@bp.post("/users/<id:user_id>/reinstate")
@requires(Permission.USER_MANAGE)
def user_reinstate(user_id: int) -> Page:
    """Let somebody in again."""
    user = load_user(user_id)
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            reinstate_user(writing.session, actor=the_user(), user=user)
            return writing.done(url_for("admin.user", user_id=user.id), _("The account works again."))
    return redirect(url_for("admin.user", user_id=user.id), code=303)


@bp.post("/users/<id:user_id>/invitation")
@requires(Permission.USER_MANAGE)
def user_invite_again(user_id: int) -> Page:
    """Send the invitation again to somebody who has not accepted it."""
    user = load_user(user_id)
    form = WriteForm()
    if form.validate_on_submit():
        with write(form) as writing:
            resend_invitation(writing.session, actor=the_user(), user=user)
            return writing.done(
                url_for("admin.user", user_id=user.id), _("The invitation is on its way again.")
            )
    return redirect(url_for("admin.user", user_id=user.id), code=303)
