"""Who the professional is."""

import re
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Optional, StopValidation

from web.forms.base import VersionedForm
from web.forms.text import with_letters

BEGINNING = re.compile(r"(?:\+|00)[1-9]")
# E.164: the code of a country and the number within it.
FEWEST_DIGITS, MOST_DIGITS = 8, 15


def phone_number(_form: VersionedForm, field: Any) -> None:
    """Refuse what cannot be dialled from abroad."""
    typed = re.sub(r"[\s().\-\u2010-\u2013/]", "", field.data)
    beginning = BEGINNING.match(typed)
    if not beginning:
        raise StopValidation(
            str(_l("Begin the telephone number with the code of the country, such as +33 6 12 34 56 78"))
        )
    digits = typed.removeprefix("+").removeprefix("00")
    if not (digits.isascii() and digits.isdigit()):
        raise StopValidation(str(_l("Write the telephone number in figures, without an extension")))
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise StopValidation(str(_l("A telephone number has 8 to 15 figures with the code of its country")))


class IdentityForm(VersionedForm):
    """Name and telephone."""

    given_name = StringField(
        _l("Given name"),
        validators=[
            DataRequired(_l("Enter your given name")),
            with_letters(_l("Write your given name in letters")),
        ],
        render_kw={"autocomplete": "given-name"},
    )
    family_name = StringField(
        _l("Family name"),
        validators=[
            DataRequired(_l("Enter your family name")),
            with_letters(_l("Write your family name in letters")),
        ],
        render_kw={"autocomplete": "family-name"},
    )
    phone = StringField(
        _l("Telephone"),
        description=_l("With the code of the country, such as +33 6 12 34 56 78"),
        validators=[Optional(), phone_number],
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )


def split_name(name: str) -> tuple[str, str]:
    """Guess given and family name from the name of the sign-up; of more than two words nobody can tell."""
    match name.split():
        case [given, family]:
            return given, family
        case _:
            return name, ""
