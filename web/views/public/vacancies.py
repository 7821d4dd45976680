"""Published vacancies, for everybody."""

from flask import render_template

from web.views.guards import public
from web.views.public.blueprint import bp


@bp.get("/vacancies")
@public
def vacancies() -> str:
    """List the published vacancies."""
    return render_template("public/home.html")
