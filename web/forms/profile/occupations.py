"""What the professional is: choosing a code for typed words, years, specialty."""

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from web.forms.fields import ChooseOneField, WholeNumberField
from web.forms.vocabulary import ChosenWordsForm

# From a first post at 18 to the age of 73.
MOST_YEARS = 55


class OccupationForm(ChosenWordsForm):
    """One of the suggested occupations, and the years in it."""

    choice = ChooseOneField(_l("Which of these is it?"), _l("Choose the occupation that is yours"))
    years = WholeNumberField(
        _l("How many years have you worked in it?"),
        description=_l("Whole years, 0 if you have just finished training"),
        validators=[InputRequired(_l("Enter the number of years, 0 if you have just finished training"))],
        minimum=0,
        maximum=MOST_YEARS,
    )


class SpecialtyForm(ChosenWordsForm):
    """One of the suggested specialties, or none."""

    choice = ChooseOneField(
        _l("Which of these is your specialty?"),
        _l("Choose your specialty, or say that you have none"),
    )
