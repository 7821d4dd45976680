"""Forms about licences: which ones to list, and recording a check."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SearchField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Optional

from web.forms.base import WriteForm
from web.forms.fields import ChooseOneField, DatePartsField
from web.forms.place import PlaceForm
from web.models.claims import VerificationMethod, VerificationResult
from web.queries.licences import LicenceQueue

METHODS = [
    SelectChoice(
        VerificationMethod.REGISTER_LOOK_UP.value,
        _l("Register looked up"),
        {"hint": _l("You found the licence in the regulator's public register.")},
    ),
    SelectChoice(
        VerificationMethod.PRIMARY_SOURCE.value,
        _l("Regulator asked"),
        {"hint": _l("The regulator answered you in writing. A colleague has to read the answer and sign.")},
    ),
    SelectChoice(
        VerificationMethod.DOCUMENT_SEEN.value,
        _l("Document seen"),
        {"hint": _l("You saw the certificate or a certified copy.")},
    ),
]
RESULTS = [
    SelectChoice(
        VerificationResult.CONFIRMED.value,
        _l("Confirmed"),
        {"hint": _l("Name, number, status and dates are as the person states them.")},
    ),
    SelectChoice(
        VerificationResult.NOT_CONFIRMED.value,
        _l("Not confirmed"),
        {"hint": _l("Something differs, or the source does not know the licence.")},
    ),
]


class VerificationForm(WriteForm):
    """What a check of a licence found; `state` is the licence as it was read."""

    state = HiddenField()
    method = ChooseOneField(_l("How did you check it?"), _l("Choose how you checked it"), choices=METHODS)
    source = StringField(
        _l("Against what?"),
        description=_l("Name the register, letter or document, and where a colleague finds it."),
        validators=[InputRequired(_l("Enter the register, letter or document you checked against"))],
    )
    result = ChooseOneField(_l("What did you find?"), _l("Choose what you found"), choices=RESULTS)
    difference = ChooseOneField(
        _l("If it is not confirmed: what differs?"),
        _l("Choose what differs"),
        description=_l("The person reads this, to put it right."),
        when=("result", VerificationResult.NOT_CONFIRMED),
    )
    expires_on = DatePartsField(
        _l("If it is confirmed: last day this check counts"),
        description=_l("Leave it empty if it counts as long as the licence itself."),
        validators=[Optional()],
    )
    note = TextAreaField(
        _l("Note for colleagues"),
        description=_l("For example what differed, or whom you spoke to."),
        validators=[Optional()],
    )


class DisagreementForm(WriteForm):
    """Why a second coordinator does not sign a colleague's check."""

    why = TextAreaField(
        _l("What did you find instead?"),
        description=_l("Your colleague reads this. The licence then waits for another check."),
        validators=[InputRequired(_l("Say what you found instead"))],
    )


class LicenceListForm(PlaceForm):
    """Which licences to list; the page gives the choices of countries."""

    queue = HiddenField(
        default=LicenceQueue.TO_VERIFY.value,
        validators=[AnyOf([queue.value for queue in LicenceQueue], _l("There is no such list"))],
    )
    reference = SearchField(_l("Reference of the person"), default="")
    country = SelectField(_l("Country of the licence"), default="")
    with_case = BooleanField(_l("Only people with an open case in my countries"))
