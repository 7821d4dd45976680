"""The task list: what there is to fill in, and how far it is."""

from flask import render_template

from web.db import current_session
from web.forms.base import WriteForm
from web.permissions import Permission
from web.presenters.documents import documents_task
from web.presenters.profile import count_done, present_tasks
from web.queries.documents import count_current_documents
from web.services.profile_sections import list_missing_sections
from web.views.guards import requires, the_user
from web.views.professional.blueprint import bp
from web.views.professional.own import own_profile


@bp.get("/profile")
@requires(Permission.PROFILE_EDIT)
def profile() -> str:
    """Show the tasks of a profile; it can be left and taken up again at any time."""
    professional = own_profile()
    done, of = count_done(professional)
    current = count_current_documents(current_session()(), visible_to=the_user())
    return render_template(
        "professional/profile/tasks.html",
        professional=professional,
        groups=present_tasks(professional, documents_task(current)),
        done=done,
        of=of,
        is_ready=not list_missing_sections(professional),
        button=WriteForm(),
    )
