"""How, how long and where the professional would serve."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectChoice
from wtforms.validators import InputRequired, StopValidation, ValidationError

from web.forms.base import VersionedForm
from web.forms.fields import CheckboxesField, ChooseOneField, WholeNumberField
from web.models.professional import Mode

MOST_WEEKS = 520
ANY = "any"
SOME = "some"


class WishesForm(VersionedForm):
    """Modes, weeks and countries."""

    modes = CheckboxesField(
        _l("How would you serve?"),
        description=_l("Tick all that you would consider"),
        validators=[InputRequired(_l("Tick at least one way to serve"))],
    )
    max_weeks = WholeNumberField(
        _l("How long can you stay at most, when you serve for a limited time?"),
        description=_l("In weeks. Most missions take 2 to 12 weeks."),
        minimum=1,
        maximum=MOST_WEEKS,
    )
    where = ChooseOneField(
        _l("Where would you serve?"),
        _l("Choose whether any country will do"),
        choices=[
            SelectChoice(ANY, _l("In any country of West and Central Africa")),
            SelectChoice(SOME, _l("In some countries")),
        ],
    )
    countries = CheckboxesField(_l("Which countries?"))

    def validate_max_weeks(self, field: Any) -> None:
        """Ask for the weeks only of those who would serve for a limited time."""
        if field.data is None and not field.process_errors and Mode.TEMPORARY in (self.modes.data or []):
            raise StopValidation(str(_l("Enter the number of weeks")))

    def validate_countries(self, field: Any) -> None:
        """Ask for the countries of those who would not go everywhere."""
        if self.where.data == SOME and not field.data:
            raise ValidationError(_l("Tick at least one country, or choose any country"))
