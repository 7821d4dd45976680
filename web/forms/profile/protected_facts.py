"""Three questions that decide nothing."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import Optional

from web.forms.base import WriteForm
from web.forms.fields import WholeNumberField
from web.models.base import now

EARLIEST_BIRTH = 1930
YOUNGEST = 18


def latest_birth() -> int:
    """Give the latest year in which somebody who works in a ward can be born."""
    return now().year - YOUNGEST


class ProtectedFactsForm(WriteForm):
    """Sex, year of birth, nationality; each may be left open. The page gives the choices."""

    sex = SelectField(_l("Sex"), default="")
    birth_year = WholeNumberField(
        _l("Year of birth"),
        description=_l("Leave it empty if you prefer not to say."),
        validators=[Optional()],
        minimum=EARLIEST_BIRTH,
        maximum=latest_birth,
    )
    nationality = SelectField(_l("Nationality"), default="")
