"""Pages about facilities."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.ministry.blueprint import bp


@bp.get("/facilities")
@requires(Permission.VACANCY_WRITE)
def facilities() -> str:
    """Show facilities."""
    return render_template("ministry/home.html")
