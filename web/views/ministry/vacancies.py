"""Pages about vacancies."""

from flask import render_template

from web.permissions import Permission
from web.views.guards import requires
from web.views.ministry.blueprint import bp


@bp.get("/vacancies")
@requires(Permission.VACANCY_WRITE)
def vacancies() -> str:
    """Show vacancies."""
    return render_template("ministry/home.html")
