"""Where an administrator begins: what needs attention, and how many there are of what."""

from flask import render_template

from web.db import current_session
from web.permissions import Permission
from web.presenters.attention import list_attention
from web.presenters.users import ROLE
from web.queries.mail import MailState, count_mail
from web.queries.ministries import list_countries_short_of_coordinators, list_ministries_without_users
from web.queries.users import AccountState, UserFilter, count_users, count_users_by_role
from web.views.admin.blueprint import bp
from web.views.guards import requires

# One proposes, another approves.
COORDINATORS_NEEDED = 2


@bp.get("/")
@requires(Permission.USER_MANAGE)
def home() -> str:
    """Show what needs attention, and the counts."""
    session = current_session()()
    mail = count_mail(session)
    attention = list_attention(
        failed_mail=mail[MailState.FAILED],
        invited=count_users(session, wanted=UserFilter(state=AccountState.INVITED)),
        ministries=list_ministries_without_users(session),
        countries=list_countries_short_of_coordinators(session, needed=COORDINATORS_NEEDED),
    )
    counts = [(role.value, ROLE[role], number) for role, number in count_users_by_role(session).items()]
    return render_template("admin/home.html", attention=attention, counts=counts, mail=mail)
