"""Looking for vacancies as a visitor."""

from flask_babel import lazy_gettext as _l
from wtforms import SearchField
from wtforms.validators import Optional

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField
from web.forms.offered import OfferedField

LARGEST_KEY = 10**12 - 1


class OpenVacancyForm(SearchForm):
    """What to look for; the page gives the choices. `after` and `before` say where in the list to read."""

    text = SearchField(_l("Words"), default="")
    occupation = OfferedField(_l("Occupation"), default="")
    country = OfferedField(_l("Country"), default="")
    mode = OfferedField(_l("Kind of post"), default="")
    # Not "language": that word in an address switches the language of the pages.
    spoken = OfferedField(_l("Working language"), default="")
    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
