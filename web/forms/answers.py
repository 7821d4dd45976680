"""What a professional says about a case beyond yes."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Optional

from web.forms.base import WriteForm
from web.forms.fields import ChooseOneField


class DeclineForm(WriteForm):
    """No, with a reason."""

    reason = ChooseOneField(
        _l("Why not?"),
        _l("Choose a reason"),
        description=_l("The ministry and the coordinators read your answer."),
    )
    comment = TextAreaField(
        _l("Anything to add"),
        description=_l("The ministry and the coordinators read it. It may say what would be possible."),
        validators=[Optional()],
    )


class StepBackForm(WriteForm):
    """Stepping back after a yes."""

    comment = TextAreaField(
        _l("Why do you step back?"),
        description=_l("The ministry and the coordinators read it."),
        validators=[Optional()],
    )
