"""The form of the readiness list."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.validators import AnyOf

from web.forms.place import PlaceForm
from web.queries.readiness import ReadinessQueue


class ReadinessListForm(PlaceForm):
    """Which readiness records to list; the page gives the choices of countries."""

    queue = HiddenField(
        default=ReadinessQueue.WAITING.value,
        validators=[AnyOf([queue.value for queue in ReadinessQueue], _l("There is no such list"))],
    )
    country = SelectField(_l("Country"), default="")
