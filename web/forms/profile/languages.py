"""The languages the professional works in."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired

from web.forms.base import VersionedForm
from web.forms.fields import ChooseOneField


class LanguageForm(VersionedForm):
    """A language and its level."""

    code = SelectField(_l("Language"), validators=[InputRequired(_l("Choose a language"))])
    cefr = ChooseOneField(_l("How well do you speak it?"), _l("Choose how well you speak it"))
