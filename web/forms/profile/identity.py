"""Who the professional is."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Optional, Regexp

from web.forms.base import VersionedForm

PHONE = re.compile(r"(?:\+|00)[0-9][0-9 ()./-]{5,30}")


class IdentityForm(VersionedForm):
    """Name and telephone."""

    given_name = StringField(
        _l("Given name"),
        validators=[DataRequired(_l("Enter your given name"))],
        render_kw={"autocomplete": "given-name"},
    )
    family_name = StringField(
        _l("Family name"),
        validators=[DataRequired(_l("Enter your family name"))],
        render_kw={"autocomplete": "family-name"},
    )
    phone = StringField(
        _l("Telephone"),
        description=_l("With the code of the country, such as +33 6 12 34 56 78"),
        validators=[
            Optional(),
            Regexp(
                PHONE,
                message=_l(
                    "Begin the telephone number with the code of the country, such as +33 6 12 34 56 78"
                ),
            ),
        ],
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )
