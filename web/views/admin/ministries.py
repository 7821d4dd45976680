"""Pages about ministries."""

from flask import render_template

from web.permissions import Permission
from web.views.admin.blueprint import bp
from web.views.guards import requires


@bp.get("/ministries")
@requires(Permission.USER_MANAGE)
def ministries() -> str:
    """Show ministries."""
    return render_template("admin/home.html")
