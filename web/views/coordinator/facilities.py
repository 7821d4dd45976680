"""Pages about facilities."""

from flask import render_template

from web.permissions import Permission
from web.views.coordinator.blueprint import bp
from web.views.guards import requires


@bp.get("/facilities")
@requires(Permission.RANKING_READ)
def facilities() -> str:
    """Show facilities."""
    return render_template("coordinator/home.html")
