"""Forms about a ministry's cases."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Optional

from web.forms.base import WriteForm
from web.forms.fields import ChooseOneField


class NotSelectedForm(WriteForm):
    """Why a ministry says no."""

    reason = ChooseOneField(_l("Why not?"), _l("Choose a reason"))
    # The ministry's answer when the page was opened: another tab may have given one since.
    after = HiddenField()
    comment = TextAreaField(_l("Anything to add?"), validators=[Optional()])
