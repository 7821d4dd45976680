"""The form of the readiness list."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.validators import AnyOf, Optional

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField
from web.queries.readiness import ReadinessQueue

LARGEST_KEY = 10**12 - 1


class ReadinessListForm(SearchForm):
    """Which readiness records to list; the page gives the choices of countries."""

    queue = HiddenField(
        default=ReadinessQueue.WAITING.value,
        validators=[AnyOf([queue.value for queue in ReadinessQueue], _l("There is no such list"))],
    )
    country = SelectField(_l("Country"), default="")
    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
