"""Forms about facilities."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import SearchInput

from web.forms.base import SearchForm, VersionedForm
from web.forms.fields import ChooseOneField
from web.models.facility import Light

LIGHTS = [
    SelectChoice(Light.GREEN.value, _l("Ready")),
    SelectChoice(Light.AMBER.value, _l("Partly ready")),
    SelectChoice(Light.RED.value, _l("Not ready")),
]


class FacilitySearchForm(SearchForm):
    """Looking for a facility by name."""

    q = StringField(_l("Name of the facility"), widget=SearchInput())


class ReadinessForm(VersionedForm):
    """How ready a facility is to receive somebody."""

    equipment = ChooseOneField(_l("Equipment"), _l("Say how ready the equipment is"), choices=LIGHTS)
    people = ChooseOneField(_l("People"), _l("Say how ready the team is"), choices=LIGHTS)
    money = ChooseOneField(_l("Money"), _l("Say how ready the funding is"), choices=LIGHTS)
    note = TextAreaField(_l("What is missing, and by when it will be there"))
