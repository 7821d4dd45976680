"""A case as the ministry reads it: the post, the dates, and who it is once they have said yes."""

from flask_babel import gettext as _

from web.models.placement import Placement
from web.models.user import Role
from web.presenters.case_reasons import list_reasons
from web.presenters.names import long_date
from web.presenters.profile import disclosed_record

Fact = dict[str, str]


def list_case_facts(placement: Placement) -> list[Fact]:
    """List the post and the dates, and the reasons the ministry may read."""
    facts = [
        (_("Vacancy"), placement.vacancy.title),
        (_("Facility"), placement.vacancy.facility.name),
        (_("From"), long_date(placement.starts_on)),
        (_("Until"), long_date(placement.ends_on) or _("for good")),
    ]
    facts += list_reasons(placement, Role.MINISTRY)
    return [{"key": key, "value": value} for key, value in facts]


def list_identity(placement: Placement) -> list[Fact]:
    """Say who the candidate is and how to reach them: nothing at all before their own yes."""
    if not placement.is_disclosed:
        return []
    return [{"key": fact.key, "value": fact.value or ""} for fact in disclosed_record(placement.professional)]
