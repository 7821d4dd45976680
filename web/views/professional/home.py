"""Pages about home."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.professional.blueprint import bp


@bp.get("/")
@requires(Permission.PROFILE_EDIT)
def home() -> str:
    """Show home."""
    return render_template("professional/home.html")
