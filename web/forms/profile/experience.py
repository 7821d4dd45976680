"""How long the professional has worked in health."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import InputRequired, Optional

from web.forms.base import VersionedForm
from web.forms.fields import WholeNumberField
from web.forms.profile.occupations import MOST_YEARS


class ExperienceForm(VersionedForm):
    """Years in all, and a few sentences."""

    years_experience = WholeNumberField(
        _l("How many years have you worked in health in all?"),
        description=_l("Whole years, in all places and posts together"),
        validators=[InputRequired(_l("Enter the number of years"))],
        minimum=0,
        maximum=MOST_YEARS,
    )
    summary = TextAreaField(
        _l("Your work in your own words"),
        description=_l(
            "Where you have worked, with what kind of patients, what you are known for."
            " Coordinators read this when they look for people for a vacancy."
        ),
        validators=[Optional()],
    )
    summary_shared = BooleanField(
        _l("A ministry that I have said yes to may read this too"),
        description=_l("Without the tick no ministry ever sees it."),
    )
