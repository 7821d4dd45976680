"""The task list: what there is to fill in, and how far it is."""

from flask import render_template

from web.forms.base import WriteForm
from web.permissions import Permission
from web.presenters.profile import count_done, present_tasks
from web.services.profile_sections import list_missing_sections
from web.views.guards import requires
from web.views.professional.blueprint import bp
from web.views.professional.own import own_profile


@bp.get("/profile")
@requires(Permission.PROFILE_EDIT)
def profile() -> str:
    """Show the tasks of a profile; it can be left and taken up again at any time."""
    professional = own_profile()
    done, of = count_done(professional)
    return render_template(
        "professional/profile/tasks.html",
        professional=professional,
        groups=present_tasks(professional),
        done=done,
        of=of,
        is_ready=not list_missing_sections(professional),
        button=WriteForm(),
    )
