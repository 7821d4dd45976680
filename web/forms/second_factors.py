"""Forms of second factors."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from web.forms.base import BaseForm, WriteForm

LONGEST_CODE = 40
LONGEST_SETUP = 500
LONGEST_ANSWER = 10_000
LONGEST_NAME = 60


def code_field(label: str, *, letters: bool = False) -> StringField:
    """Make a field for a code; telephones offer what they find in an app or a message."""
    typing = {"autocapitalize": "characters"} if letters else {"inputmode": "numeric"}
    return StringField(
        label,
        validators=[
            InputRequired(_l("Enter the code")),
            Length(max=LONGEST_CODE, message=_l("Use at most %(max)d characters")),
        ],
        render_kw={"autocomplete": "off" if letters else "one-time-code", "spellcheck": "false", **typing},
    )


class AppCodeForm(BaseForm):
    """The code an app shows; without a nonce, because each code works once anyway."""

    code = code_field(_l("Code from your app"))


class PasskeyForm(BaseForm):
    """What a device has answered; a script fills it in. Without a nonce, because each answer works once."""

    challenge = HiddenField(validators=[Length(max=LONGEST_SETUP)])
    answer = HiddenField(
        validators=[
            InputRequired(_l("Your browser gave no passkey. Try again, or use another way.")),
            Length(max=LONGEST_ANSWER),
        ]
    )


class NewPasskeyForm(WriteForm, PasskeyForm):
    """A passkey that a device has made, and what its owner calls the device."""

    name = StringField(
        _l("What do you call this device?"),
        description=_l("Such as: my telephone, or the computer at the office."),
        validators=[InputRequired(_l("Give the device a name")), Length(max=LONGEST_NAME)],
        render_kw={"autocomplete": "off"},
    )


class MailedCodeForm(BaseForm):
    """The code that was mailed."""

    code = code_field(_l("Code from the mail"))


class RecoveryCodeForm(BaseForm):
    """A code from paper."""

    code = code_field(_l("Recovery code"), letters=True)


class AppForm(WriteForm):
    """Setting up an app: the key it was given, signed, and the first code it shows."""

    setup = HiddenField(validators=[Length(max=LONGEST_SETUP)])
    code = code_field(_l("Code that the app shows now"))
