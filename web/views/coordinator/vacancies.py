"""Pages about vacancies."""

from flask import render_template

from web.permissions import Permission
from web.views.coordinator.blueprint import bp
from web.views.guards import requires


@bp.get("/vacancies")
@requires(Permission.RANKING_READ)
def vacancies() -> str:
    """Show vacancies."""
    return render_template("coordinator/home.html")
