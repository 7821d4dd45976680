"""A list to choose from whose choices the page gives."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import ValidationError


class OfferedField(SelectField):
    """A list to choose from; what the page does not offer is refused in plain words."""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse an answer that was changed by hand or that has gone since."""
        if self.data not in {choice.value for choice in self.iter_choices()}:
            raise ValidationError(_l("Choose one of the list"))
