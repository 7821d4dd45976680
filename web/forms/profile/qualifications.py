"""Diplomas."""

from datetime import UTC, datetime

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Optional

from web.forms.base import VersionedForm
from web.forms.fields import FIRST_YEAR, WholeNumberField
from web.forms.text import with_letters

YEARS_AHEAD = 6


class QualificationForm(VersionedForm):
    """One diploma."""

    title = StringField(
        _l("Name of the diploma"),
        description=_l("As it is written on it, such as Diplôme d'État d'infirmier"),
        validators=[DataRequired(_l("Enter the name of the diploma")), with_letters],
    )
    institution = StringField(_l("School or university"), validators=[Optional()])
    country = SelectField(_l("Country"), validators=[Optional()])
    year = WholeNumberField(
        _l("Year"),
        description=_l("The year in which you received it"),
        validators=[Optional()],
        minimum=FIRST_YEAR,
        maximum=datetime.now(UTC).year + YEARS_AHEAD,
    )
