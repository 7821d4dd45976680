"""Registrations with a regulator."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Optional, ValidationError

from web.forms.base import VersionedForm
from web.forms.fields import ChooseOneField, DatePartsField
from web.forms.text import with_letters


class LicenceForm(VersionedForm):
    """One licence, as the register has it."""

    country = SelectField(_l("Country"), validators=[InputRequired(_l("Choose the country"))])
    regulator = StringField(
        _l("Regulator"),
        description=_l("Who registered you, such as Nursing and Midwifery Council or Ordre des médecins"),
        validators=[DataRequired(_l("Enter the name of the regulator")), with_letters],
    )
    number = StringField(
        _l("Registration number"),
        description=_l("Without it a coordinator cannot look you up in the register"),
        validators=[Optional()],
    )
    status = ChooseOneField(_l("What does the register say today?"), _l("Choose what the register says"))
    valid_from = DatePartsField(_l("Valid from"), validators=[Optional()])
    valid_until = DatePartsField(
        _l("Valid until"),
        description=_l("Leave this empty if the licence has no end"),
        validators=[Optional()],
    )

    def validate_valid_until(self, field: Any) -> None:
        """Refuse a licence that ends before it begins."""
        if field.data and self.valid_from.data and field.data < self.valid_from.data:
            raise ValidationError(_l("The licence cannot end before it begins"))
