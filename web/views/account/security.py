"""What guards one's account: what is on, and the one next thing to do."""

from flask import render_template

from web.accounts import lacks_second_factor
from web.db import current_session
from web.models.base import now
from web.permissions import Permission
from web.presenters.security import choose_next_act, present_guards
from web.queries.browser_sessions import count_open_sessions
from web.queries.second_factors import read_factors
from web.views.account.blueprint import bp
from web.views.guards import requires, the_user


@bp.get("/security")
@requires(Permission.ACCOUNT_MANAGE, before_set_up=True)
def security() -> str:
    """Show what guards the account; whoever must have a second factor and has none is led here."""
    user, session = the_user(), current_session()()
    factors = read_factors(session, user)
    return render_template(
        "account/security.html",
        is_guarded=user.second_factor_since is not None,
        must=lacks_second_factor(user),
        guards=present_guards(user, factors, count_open_sessions(session, user=user, at=now())),
        next_act=choose_next_act(user, factors),
    )
