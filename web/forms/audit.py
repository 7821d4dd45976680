"""Looking through the audit."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length, Optional

from web.forms.fields import WholeNumberField
from web.forms.offered import OfferedField
from web.forms.place import LARGEST_KEY, PlaceForm

EARLIEST, LATEST = date(2000, 1, 1), date(9998, 12, 31)


class DayField(StringField):
    """A day written as in 2026-11-23; an empty field is None."""

    day: date | None = None
    errors: Any

    def post_validate(self, form: Any, validation_stopped: bool) -> None:  # noqa: ARG002, FBT001
        """Read the day."""
        if self.data and not self.errors:
            try:
                self.day = date.fromisoformat(self.data)
            except ValueError:
                self.day = None
            if self.day is None or not EARLIEST <= self.day <= LATEST:
                self.errors = [*self.errors, _l("Write the day as in 2026-11-23")]


class AuditListForm(PlaceForm):
    """Which acts to list; the page gives the choices."""

    who = StringField(_l("Who"), description=_l("E-mail address or number of the account"), default="")
    action = OfferedField(_l("Act"), default="")
    kind = OfferedField(_l("Done to"), default="")
    number = WholeNumberField(_l("Number of it"), validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    first = DayField(_l("From day"), default="")
    last = DayField(_l("To day"), default="")
    request = StringField(_l("Number of the request"), default="", validators=[Length(max=40)])

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse days in the wrong order: nothing would be found, and nothing would say why."""
        valid = super().validate(extra_validators)
        if self.first.day and self.last.day and self.last.day < self.first.day:
            self.refuse(str(_l("The last day is before the first")), "last")
            return False
        return valid
