"""Ministries: the list, a new one, and changing one."""

from flask import abort, render_template, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.ministries import MinistryForm
from web.models.ministry import Ministry
from web.permissions import Permission
from web.presenters.names import alphabetically, country_choices, country_name
from web.presenters.users import list_acts, present_user
from web.queries.acts import list_acts_on
from web.queries.ministries import find_ministry, list_ministry_rows
from web.queries.users import list_users_of_ministry
from web.services.errors import ServiceError, StaleError
from web.services.ministries import change_ministry, create_ministry
from web.services.region import WCA_COUNTRIES
from web.views.admin.blueprint import bp
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

CONFLICT = 409


@bp.get("/ministries")
@requires(Permission.MINISTRY_MANAGE)
def ministries() -> str:
    """List the ministries."""
    rows = list_ministry_rows(current_session()())
    return render_template(
        "admin/ministries/list.html", rows=sorted(rows, key=lambda row: alphabetically(row.ministry.country))
    )


@bp.get("/ministries/<id:ministry_id>")
@requires(Permission.MINISTRY_MANAGE)
def ministry(ministry_id: int) -> str:
    """Show one ministry, who works for it, and what was changed."""
    session, found = current_session()(), _load(ministry_id)
    return render_template(
        "admin/ministries/ministry.html",
        ministry=found,
        users=[present_user(user) for user in list_users_of_ministry(session, ministry_id=found.id)],
        acts=list_acts(list_acts_on(session, found)),
    )


@bp.route("/ministries/new", methods=["GET", "POST"])
@requires(Permission.MINISTRY_MANAGE)
def ministry_create() -> Page:
    """Make a ministry."""
    form = _offer_countries(MinistryForm())
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                made = create_ministry(writing.session, actor=the_user(), **_answers(form))
                return writing.done(
                    url_for("admin.ministry", ministry_id=made.id),
                    _("The ministry is made. Invite its first user next."),
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/ministries/create.html", form)


@bp.route("/ministries/<id:ministry_id>/change", methods=["GET", "POST"])
@requires(Permission.MINISTRY_MANAGE)
def ministry_change(ministry_id: int) -> Page:
    """Change a ministry."""
    found = _load(ministry_id)
    form = _offer_countries(MinistryForm(obj=found))
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                change_ministry(
                    writing.session,
                    actor=the_user(),
                    ministry=found,
                    expected_version=form.expected_version,
                    **_answers(form),
                )
                return writing.done(
                    url_for("admin.ministry", ministry_id=found.id), _("The ministry is changed.")
                )
        except StaleError as error:
            return _show_stale(form, found, words_for(error))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("admin/ministries/change.html", form, ministry=found)


def _load(ministry_id: int) -> Ministry:
    found = find_ministry(current_session()(), ministry_id)
    if found is None:
        abort(404)
    return found


def _offer_countries(form: MinistryForm) -> MinistryForm:
    form.country.choices = [("", _("Choose a country")), *country_choices(WCA_COUNTRIES)]
    return form


def _answers(form: MinistryForm) -> dict[str, str]:
    return {
        "name": form.name.data,
        "country": form.country.data,
        "contact_email": form.contact_email.data,
    }


def _show_stale(form: MinistryForm, ministry: Ministry, words: str) -> tuple[str, int]:
    form.version.data = str(ministry.version)
    form.refuse(words)
    stored = [
        {"key": form.name.label.text, "value": ministry.name},
        {"key": form.country.label.text, "value": country_name(ministry.country)},
        {"key": form.contact_email.label.text, "value": ministry.contact_email},
    ]
    return render_template(
        "admin/ministries/change.html", form=form, ministry=ministry, stored=stored
    ), CONFLICT
