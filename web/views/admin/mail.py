"""Pages about mail."""

from flask import render_template

from web.permissions import Permission
from web.views.admin.blueprint import bp
from web.views.guards import requires


@bp.get("/mail")
@requires(Permission.USER_MANAGE)
def mail() -> str:
    """Show mail."""
    return render_template("admin/home.html")
