"""Looking for vacancies as a visitor."""

from flask_babel import lazy_gettext as _l
from wtforms import SearchField

from web.forms.offered import OfferedField
from web.forms.place import PlaceForm


class OpenVacancyForm(PlaceForm):
    """What to look for; the page gives the choices. `after` and `before` say where in the list to read."""

    text = SearchField(_l("Words"), default="")
    occupation = OfferedField(_l("Occupation"), default="")
    country = OfferedField(_l("Country"), default="")
    mode = OfferedField(_l("Kind of post"), default="")
    # Not "language": that word in an address switches the language of the pages.
    spoken = OfferedField(_l("Working language"), default="")
