"""When the professional is free."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired, Optional, ValidationError

from web.forms.base import VersionedForm
from web.forms.fields import DatePartsField
from web.models.base import now


class AvailabilityForm(VersionedForm):
    """One period; without an end it stays open."""

    starts_on = DatePartsField(
        _l("First day"),
        description=_l("For example, 12 1 2027"),
        validators=[InputRequired(_l("Enter the first day on which you are free"))],
    )
    ends_on = DatePartsField(
        _l("Last day"),
        description=_l("Leave this empty if you are free from then on without an end"),
        validators=[Optional()],
    )

    def validate_ends_on(self, field: Any) -> None:
        """Refuse a period that ends before it begins, or that is over: nobody can serve in it."""
        if field.data and self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError(_l("The last day cannot be before the first day"))
        if field.data and field.data < now().date():
            raise ValidationError(_l("This day has passed. Enter a last day that is still to come."))
