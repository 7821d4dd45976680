"""Pages about placements."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.professional.blueprint import bp


@bp.get("/cases")
@requires(Permission.PROFILE_EDIT)
def placements() -> str:
    """Show placements."""
    return render_template("professional/home.html")
