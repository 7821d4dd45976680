"""Pages about placements."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.ministry.blueprint import bp


@bp.get("/cases")
@requires(Permission.VACANCY_WRITE)
def placements() -> str:
    """Show placements."""
    return render_template("ministry/home.html")
