"""Where the professional lives, where they come from, and until when they may return."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired, ValidationError

from web.forms.base import VersionedForm
from web.forms.fields import ChooseOneField, DatePartsField
from web.models.base import now

UNLIMITED = "unlimited"
UNTIL = "until"


class ResidenceForm(VersionedForm):
    """Two countries and one right."""

    residence_country = SelectField(
        _l("In which country do you live?"),
        validators=[InputRequired(_l("Choose the country you live in"))],
        render_kw={"autocomplete": "country"},
    )
    country_of_origin = SelectField(
        _l("Which country do you come from?"),
        description=_l("The country your family calls home"),
        validators=[InputRequired(_l("Choose your country of origin"))],
    )
    reentry = ChooseOneField(
        _l("How long may you stay away and still return to the country you live in?"),
        _l("Choose how long your right to return lasts"),
        description=_l("We use this only so that no mission ends after your right to return does."),
    )
    reenter_until = DatePartsField(
        _l("Last day on which you may return"),
        description=_l("Only if your right ends. It is often the last day of your residence permit."),
    )

    def validate_reenter_until(self, field: Any) -> None:
        """Ask for the day only of those whose right ends, and for one that is not over."""
        if field.process_errors:
            return
        if self.reentry.data == UNLIMITED and field.data:
            raise ValidationError(
                _l("Leave the day empty if your right has no end. If it ends, choose “Until a certain day”.")
            )
        if self.reentry.data != UNTIL:
            return
        if field.data is None:
            raise ValidationError(_l("Enter the last day on which you may return"))
        if field.data < now().date():
            raise ValidationError(
                _l("This day has passed. Correct it or, if your right has ended, enter today's date.")
            )
