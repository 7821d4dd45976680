"""How long something waits."""

from datetime import date, datetime

from flask_babel import gettext as _
from flask_babel import ngettext


def age(since: datetime, today: date) -> str:
    """Say for how long something has waited, in days of the calendar."""
    days = (today - since.date()).days
    if days < 1:
        return _("Since today")
    return ngettext("%(num)d day", "%(num)d days", days)
