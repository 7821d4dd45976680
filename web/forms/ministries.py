"""Forms about ministries."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired

from web.forms.accounts import email_field
from web.forms.base import VersionedForm
from web.forms.offered import OfferedField
from web.forms.text import with_letters


class MinistryForm(VersionedForm):
    """A ministry; the page gives the countries. A new one has no version."""

    name = StringField(
        _l("Name of the ministry"),
        validators=[
            InputRequired(_l("Enter the name of the ministry")),
            with_letters(_l("Write the name in letters")),
        ],
    )
    country = OfferedField(_l("Country"), validators=[InputRequired(_l("Choose the country"))], default="")
    contact_email = email_field(
        _l("E-mail address of its office"),
        missing=_l("Enter the e-mail address of its office"),
        autocomplete="off",
    )
