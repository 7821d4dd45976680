"""Forms about one's own account."""

import unicodedata

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, Field, PasswordField, SelectChoice, SelectField, StringField
from wtforms.validators import EqualTo, InputRequired, Length, ValidationError

from web.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from web.forms.base import BaseForm, WriteForm
from web.forms.easy_passwords import is_easy
from web.forms.text import with_letters
from web.i18n import LANGUAGES

LONGEST_EMAIL = 254
ENTER_EMAIL = _l("Enter your e-mail address")
ENTER_NAME = _l("Enter your name")


def email_address(_form: BaseForm, field: Field) -> None:
    """Refuse what is not an e-mail address and write the rest in one way."""
    try:
        field.data = same_address(field.data or "")
    except EmailNotValidError as error:
        raise ValidationError(_l("Enter an e-mail address like name@example.org")) from error


def same_address(typed: str) -> str:
    """Write an e-mail address in the one way accounts know it by; EmailNotValidError if it is none."""
    return validate_email(typed, check_deliverability=False, test_environment=True).normalized.lower()


def uncommon_password(_form: BaseForm, field: Field) -> None:
    """Refuse passwords that everybody tries first; of one that is too short, that is enough to say."""
    if not field.errors and is_easy(field.data or ""):
        raise ValidationError(_l("Choose a password that is harder to guess"))


def same_characters(password: str | None) -> str | None:
    """Write a password in one way: an accent typed as one key or two must not lock anybody out."""
    return unicodedata.normalize("NFKC", password) if password else password


def name_field() -> StringField:
    """Make a field for the name a person goes by."""
    return StringField(
        _l("Your name"),
        validators=[InputRequired(ENTER_NAME), with_letters(_l("Write your name in letters"))],
        render_kw={"autocomplete": "name"},
    )


def email_field(label: str, *, missing: str = ENTER_EMAIL, autocomplete: str = "username") -> EmailField:
    """Make a field for an e-mail address; password managers know the reader's own as the user name."""
    return EmailField(
        label,
        validators=[
            InputRequired(missing),
            Length(max=LONGEST_EMAIL, message=_l("Use at most %(max)d characters")),
            email_address,
        ],
        render_kw={
            "autocomplete": autocomplete,
            "inputmode": "email",
            "autocapitalize": "none",
            "spellcheck": "false",
        },
    )


def current_password_field(label: str) -> PasswordField:
    """Make a field for the password in use."""
    return PasswordField(
        label,
        filters=(same_characters,),
        validators=[
            InputRequired(_l("Enter your password")),
            Length(max=LONGEST_PASSWORD, message=_l("Use at most %(max)d characters")),
        ],
        render_kw={"autocomplete": "current-password"},
    )


def new_password_fields(label: str) -> tuple[PasswordField, PasswordField]:
    """Make the two fields for a new password."""
    limits = Length(
        min=SHORTEST_PASSWORD,
        max=LONGEST_PASSWORD,
        message=_l("Use between %(min)d and %(max)d characters for the password"),
    )
    return (
        PasswordField(
            label,
            description=_l(
                "Use %(number)d characters or more. Three or four words that only you would put together"
                " are easy to remember.",
                number=SHORTEST_PASSWORD,
            ),
            filters=(same_characters,),
            validators=[InputRequired(_l("Choose a password")), limits, uncommon_password],
            render_kw={"autocomplete": "new-password"},
        ),
        PasswordField(
            _l("The same password again"),
            filters=(same_characters,),
            validators=[EqualTo("password", message=_l("The two passwords are not the same"))],
            render_kw={"autocomplete": "new-password"},
        ),
    )


class SignUpForm(WriteForm):
    """A professional makes an account."""

    name = name_field()
    email = email_field(_l("E-mail address"))
    password, repeated = new_password_fields(_l("Choose a password"))
    agreed = BooleanField(
        _l("I have read what happens with my data"),
        validators=[InputRequired(_l("Read what happens with your data, then tick the box"))],
    )


class SignInForm(BaseForm):
    """Signing in; without a nonce, because doing it twice does no harm."""

    email = email_field(_l("E-mail address"))
    password = current_password_field(_l("Password"))


class PasswordForm(BaseForm):
    """The password again; without a nonce, because giving it twice does no harm."""

    password = current_password_field(_l("Password"))


class EmailForm(WriteForm):
    """Asking for a mail with a link."""

    email = email_field(_l("E-mail address"))


class NewEmailForm(WriteForm):
    """Asking for another address to sign in with."""

    email = email_field(_l("New e-mail address"), autocomplete="email")


class NewPasswordForm(WriteForm):
    """Choosing a new password."""

    password, repeated = new_password_fields(_l("New password"))


class ChangePasswordForm(WriteForm):
    """Changing the password while signed in: whoever finds the screen open does not know the old one."""

    current = current_password_field(_l("The password you use now"))
    password, repeated = new_password_fields(_l("New password"))

    def validate_password(self, field: Field) -> None:
        """Refuse the password that is in use: whoever asks for another has a reason."""
        if field.data == self.current.data:
            raise ValidationError(_l("This is the password you use now: choose another one"))


class ConfirmAddressForm(WriteForm):
    """The password that was chosen at sign-up: whoever can read the mail need not be who chose it."""

    password = current_password_field(_l("Password"))


class ConfirmForm(WriteForm):
    """A button and nothing else."""


class AccountForm(WriteForm):
    """What the owner may change about the account."""

    name = name_field()
    language = SelectField(
        _l("Language of mail to you"),
        choices=[SelectChoice(code, name) for code, name in LANGUAGES.items()],
    )
