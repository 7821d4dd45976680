"""Inviting somebody, and changing an account's name, role and scope."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.db import current_session
from web.forms.users import InvitationForm, ProfessionalUserForm, UserForm
from web.models.ministry import Ministry
from web.models.user import Role, User
from web.permissions import Permission
from web.presenters.names import country_choices
from web.presenters.users import ROLE, scope
from web.queries.ministries import find_ministry, list_ministries
from web.services.accounts import change_user, invite_user
from web.services.errors import ServiceError, StaleError
from web.services.region import WCA_COUNTRIES
from web.views.admin.blueprint import bp
from web.views.admin.users import load_user
from web.views.guards import recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

CONFLICT = 409


@bp.route("/users/invite", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
@recently_proved
def user_invite() -> Page:
    """Invite somebody to work here; role and ministry may come with the address."""
    form = InvitationForm(
        data={"role": request.args.get("role"), "ministry": request.args.get("ministry", "")}
    )
    _offer_scopes(form)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                invited = invite_user(
                    writing.session,
                    actor=the_user(),
                    email=form.email.data,
                    name=form.name.data,
                    language=form.language.data,
                    **_role_and_scope(writing.session, form),
                )
                return writing.done(
                    url_for("admin.user", user_id=invited.id),
                    _("The invitation is on its way to %(email)s.", email=invited.email),
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/users/invite.html", form)


@bp.route("/users/<id:user_id>/change", methods=["GET", "POST"])
@requires(Permission.USER_MANAGE)
@recently_proved
def user_change(user_id: int) -> Page:
    """Change an account; it counts from the person's next request on."""
    user = load_user(user_id)
    form = _filled_form(user)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_user(
                    writing.session,
                    actor=the_user(),
                    user=user,
                    expected_version=form.expected_version,
                    name=form.name.data,
                    **_role_and_scope(writing.session, form),
                )
                return writing.done(url_for("admin.user", user_id=user.id), _("The account is changed."))
        except StaleError as error:
            return _show_stale(form, user, words_for(error))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/users/change.html", form, user=user)


def _filled_form(user: User) -> ProfessionalUserForm:
    stored = {"name": user.name, "version": str(user.version)}
    if user.role == Role.PROFESSIONAL:
        return ProfessionalUserForm(data=stored)
    form = UserForm(
        data={
            **stored,
            "role": user.role.value,
            "ministry": str(user.ministry_id or ""),
            "countries": sorted(user.countries),
        }
    )
    _offer_scopes(form)
    return form


def _offer_scopes(form: UserForm | InvitationForm) -> None:
    ministries = list_ministries(current_session()())
    form.ministry.choices = [("", _("None")), *((str(each.id), each.name) for each in ministries)]
    form.countries.choices = country_choices(WCA_COUNTRIES)


def _role_and_scope(session: Session, form: ProfessionalUserForm | InvitationForm) -> dict[str, Any]:
    if not isinstance(form, UserForm | InvitationForm):
        return {"role": Role.PROFESSIONAL, "ministry": None, "countries": []}
    ministry: Ministry | None = (
        find_ministry(session, int(form.ministry.data)) if form.ministry.data else None
    )
    return {"role": Role(form.role.data), "ministry": ministry, "countries": form.countries.data or []}


def _show_stale(form: ProfessionalUserForm, user: User, words: str) -> tuple[str, int]:
    form.version.data = str(user.version)
    form.refuse(words)
    stored = [
        {"key": _("Name"), "value": user.name},
        {"key": _("Role"), "value": str(ROLE[user.role])},
        {"key": _("Works for"), "value": scope(user)},
    ]
    return render_template("admin/users/change.html", form=form, user=user, stored=stored), CONFLICT
