"""Who opened my file."""

from flask import render_template, request

from web.db import current_session
from web.permissions import Permission
from web.presenters.openings import ACTIONS, present_openings
from web.queries.openings import PAGE, list_openings
from web.views.guards import requires, the_user
from web.views.professional.blueprint import bp

LONGEST_KEY = 18


@bp.get("/openings")
@requires(Permission.PROFILE_EDIT)
def openings() -> str:
    """List who was shown one's name or file, the latest first."""
    before = request.args.get("before", "")
    known = before.isascii() and before.isdigit() and len(before) < LONGEST_KEY
    rows = list_openings(
        current_session()(),
        visible_to=the_user(),
        actions=ACTIONS,
        before=int(before) if known else None,
        limit=PAGE + 1,
    )
    return render_template(
        "professional/openings.html",
        openings=present_openings(rows[:PAGE]),
        next_before=rows[PAGE - 1].act.id if len(rows) > PAGE else None,
    )
