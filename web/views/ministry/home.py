"""Pages about home."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.ministry.blueprint import bp


@bp.get("/")
@requires(Permission.VACANCY_WRITE)
def home() -> str:
    """Show home."""
    return render_template("ministry/home.html")
