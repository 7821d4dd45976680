"""Pages about home."""

from flask import render_template

from web.permissions import Permission
from web.views.coordinator.blueprint import bp
from web.views.guards import requires


@bp.get("/")
@requires(Permission.RANKING_READ)
def home() -> str:
    """Show home."""
    return render_template("coordinator/home.html")
