"""Registrations with a regulator."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Optional, ValidationError

from web.forms.base import VersionedForm
from web.forms.fields import ChooseOneField, DatePartsField
from web.forms.text import with_letters
from web.models.base import now
from web.models.claims import LicenceStatus


class LicenceForm(VersionedForm):
    """One licence, as the register has it."""

    country = SelectField(_l("Country"), validators=[InputRequired(_l("Choose the country"))])
    regulator = StringField(
        _l("Regulator"),
        description=_l("Who registered you, such as Nursing and Midwifery Council or Ordre des médecins"),
        validators=[
            DataRequired(_l("Enter the name of the regulator")),
            with_letters(_l("Write the name in letters")),
        ],
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

    def validate_valid_from(self, field: Any) -> None:
        """Refuse a licence that counts today and begins later."""
        if field.data and field.data > now().date() and self.status.data == LicenceStatus.ACTIVE:
            raise ValidationError(_l("This date is still to come. Add the licence once it has begun."))

    def validate_valid_until(self, field: Any) -> None:
        """Refuse a licence that ends before it begins, or has another state than its end says."""
        if not field.data:
            return
        if self.valid_from.data and field.data < self.valid_from.data:
            raise ValidationError(_l("The licence cannot end before it begins"))
        is_over = field.data < now().date()
        if is_over and self.status.data == LicenceStatus.ACTIVE:
            raise ValidationError(_l("This date has passed. Choose “Expired”, or correct the date."))
        if not is_over and self.status.data == LicenceStatus.EXPIRED:
            raise ValidationError(_l("This date is still to come. Choose “Active”, or correct the date."))
