"""Pages about users."""

from flask import render_template

from web.permissions import Permission
from web.views.admin.blueprint import bp
from web.views.guards import requires


@bp.get("/users")
@requires(Permission.USER_MANAGE)
def users() -> str:
    """Show users."""
    return render_template("admin/home.html")
