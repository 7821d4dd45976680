"""Three questions that decide nothing."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import Optional

from web.forms.base import WriteForm
from web.forms.fields import WholeNumberField

EARLIEST_BIRTH = 1930
YOUNGEST = 18


class ProtectedFactsForm(WriteForm):
    """Sex, year of birth, nationality; each may be left open. The page gives the choices."""

    sex = SelectField(_l("Sex"), default="")
    birth_year = WholeNumberField(
        _l("Year of birth"),
        description=_l("Leave it empty if you prefer not to say."),
        validators=[Optional()],
        minimum=EARLIEST_BIRTH,
        maximum=2_100,
    )
    nationality = SelectField(_l("Nationality"), default="")
