"""Pages about home."""

from flask import render_template

from web.permissions import Permission
from web.views.admin.blueprint import bp
from web.views.guards import requires


@bp.get("/")
@requires(Permission.USER_MANAGE)
def home() -> str:
    """Show home."""
    return render_template("admin/home.html")
