"""Pages about vacancies."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.professional.blueprint import bp


@bp.get("/vacancies")
@requires(Permission.PROFILE_EDIT)
def vacancies() -> str:
    """Show vacancies."""
    return render_template("professional/home.html")
