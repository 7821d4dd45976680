"""Looking for vacancies as a visitor."""

from flask_babel import lazy_gettext as _l
from wtforms import SearchField, SelectField
from wtforms.validators import Optional, ValidationError

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField

LARGEST_KEY = 10**12 - 1


class OfferedField(SelectField):
    """A list to choose from; an address somebody has changed by hand is refused in plain words."""

    def pre_validate(self, form: SearchForm) -> None:  # noqa: ARG002
        """Refuse what the page does not offer."""
        if self.data not in {choice.value for choice in self.iter_choices()}:
            raise ValidationError(_l("Choose one of the list"))


class OpenVacancyForm(SearchForm):
    """What to look for; the page gives the choices. `after` and `before` say where in the list to read."""

    text = SearchField(_l("Words"), default="")
    occupation = OfferedField(_l("Occupation"), default="")
    country = OfferedField(_l("Country"), default="")
    mode = OfferedField(_l("Kind of post"), default="")
    language = OfferedField(_l("Working language"), default="")
    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
