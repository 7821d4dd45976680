"""The yes to being compared with vacancies."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired

from web.forms.base import WriteForm

MATCHING_WORDING = _l("My profile may be compared with vacancies and shown to ministries without my name.")


class ConsentForm(WriteForm):
    """One box, with the words that are kept."""

    agreed = BooleanField(MATCHING_WORDING, validators=[InputRequired(_l("Tick the box if you agree"))])
