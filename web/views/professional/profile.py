"""Pages about profile."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.professional.blueprint import bp


@bp.get("/profile")
@requires(Permission.PROFILE_EDIT)
def profile() -> str:
    """Show profile."""
    return render_template("professional/home.html")
