"""Pages about placements."""

from flask import render_template

from web.permissions import Permission
from web.views.coordinator.blueprint import bp
from web.views.guards import requires


@bp.get("/cases")
@requires(Permission.RANKING_READ)
def placements() -> str:
    """Show placements."""
    return render_template("coordinator/home.html")
