"""Diplomas."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Optional

from web.forms.base import VersionedForm
from web.forms.fields import WholeNumberField
from web.forms.text import with_letters
from web.models.base import now

# Who received a diploma before does not go on missions any more.
FIRST_YEAR = 1950


class QualificationForm(VersionedForm):
    """One diploma."""

    title = StringField(
        _l("Name of the diploma"),
        description=_l("As it is written on it, such as Diplôme d'État d'infirmier"),
        validators=[
            DataRequired(_l("Enter the name of the diploma")),
            with_letters(_l("Write the name in letters")),
        ],
    )
    institution = StringField(_l("School or university"), validators=[Optional()])
    country = SelectField(_l("Country"), validators=[Optional()])
    year = WholeNumberField(
        _l("Year"),
        description=_l("The year in which you received it"),
        validators=[Optional()],
        minimum=FIRST_YEAR,
        maximum=lambda: now().year,
    )
