"""Pages about licences."""

from flask import render_template

from web.permissions import Permission
from web.views.coordinator.blueprint import bp
from web.views.guards import requires


@bp.get("/licences")
@requires(Permission.RANKING_READ)
def licences() -> str:
    """Show licences."""
    return render_template("coordinator/home.html")
