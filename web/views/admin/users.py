"""Users: the list, and one account."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.users import UserSearchForm
from web.models.base import now
from web.models.user import Role, User
from web.permissions import Permission
from web.presenters.names import labelled
from web.presenters.users import ROLE, STATE, language_of, list_acts, present_user, scope
from web.queries.acts import list_acts_on
from web.queries.browser_sessions import count_open_sessions
from web.queries.keyset import Place
from web.queries.users import (
    AccountState,
    UserFilter,
    account_state,
    count_users,
    find_user,
    list_users,
)
from web.services.holds import list_holds
from web.views.admin.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show

CHOSEN = ("text", "role", "state")


@bp.get("/users")
@requires(Permission.USER_MANAGE)
def users() -> Page:
    """List the accounts, as far as they are what the administrator looks for."""
    form = UserSearchForm(request.args)
    form.role.choices = [("", _("All")), *((role.value, words) for role, words in ROLE.items())]
    form.state.choices = [("", _("All")), *((state.value, words) for state, (words, _tone) in STATE.items())]
    if not form.validate():
        return show("admin/users/list.html", form)
    session, wanted = current_session()(), _read_filter(form)
    page = list_users(session, wanted=wanted, place=Place(form.after.data, form.before.data))
    return show(
        "admin/users/list.html",
        form,
        rows=[present_user(user) for user in page.rows],
        count=count_users(session, wanted=wanted),
        chips=[(_words(form, name), _address(form, without=name)) for name in CHOSEN if form[name].data],
        previous_url=_address(form, before=page.before) if page.before else None,
        next_url=_address(form, after=page.after) if page.after else None,
    )


def _read_filter(form: UserSearchForm) -> UserFilter:
    return UserFilter(
        text=form.text.data or "",
        role=Role(form.role.data) if form.role.data else None,
        state=AccountState(form.state.data) if form.state.data else None,
    )


def _address(form: UserSearchForm, *, without: str = "", **place: Any) -> str:
    chosen = {name: form[name].data for name in CHOSEN if form[name].data and name != without}
    return url_for("admin.users", **chosen, **place)


def _words(form: UserSearchForm, name: str) -> str:
    field = form[name]
    chosen = field.data if name == "text" else dict(field.choices)[field.data]
    return labelled(str(field.label.text), str(chosen))


@bp.get("/users/<id:user_id>")
@requires(Permission.USER_MANAGE)
def user(user_id: int) -> str:
    """Show one account, what can be done with it, and what was done."""
    return render_user(load_user(user_id))


def load_user(user_id: int) -> User:
    """Load an account that the administrator may manage, or answer 404."""
    found = find_user(current_session()(), user_id)
    check(Permission.USER_MANAGE, found)
    if found is None:
        abort(404)
    return found


def render_user(user: User) -> str:
    """Render the page of one account."""
    session = current_session()()
    return render_template(
        "admin/users/user.html",
        user=user,
        row=present_user(user),
        scope=scope(user),
        language=language_of(user),
        state=account_state(user),
        is_self=user.id == the_user().id,
        sessions=count_open_sessions(session, user=user, at=now()),
        holds=list_holds(session, user=user),
        acts=list_acts(list_acts_on(session, user)),
        form=WriteForm(),
    )
