"""Forms about one's own account."""

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, Field, PasswordField, SelectField, StringField
from wtforms.validators import EqualTo, InputRequired, Length, ValidationError

from web.accounts import LONGEST_PASSWORD, SHORTEST_PASSWORD
from web.forms.base import BaseForm, WriteForm
from web.i18n import LANGUAGES

LONGEST_EMAIL = 254
COMMON_PASSWORDS = frozenset(
    {
        "123456789012345",
        "1234567890123456",
        "aaaaaaaaaaaaaaa",
        "azertyuiopqsdfgh",
        "motdepassemotdepasse",
        "passwordpassword",
        "password12345678",
        "qwertyuiopasdfgh",
        "qwertyuiop12345",
    }
)
ENTER_EMAIL = _l("Enter your e-mail address")
ENTER_PASSWORD = _l("Enter a password")


def email_address(_form: BaseForm, field: Field) -> None:
    """Refuse what is not an e-mail address and write the rest in one way."""
    try:
        parsed = validate_email(field.data or "", check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValidationError(_l("Enter an e-mail address like name@example.org")) from error
    field.data = parsed.normalized.lower()


def uncommon_password(_form: BaseForm, field: Field) -> None:
    """Refuse passwords that everybody tries first."""
    if (field.data or "").lower() in COMMON_PASSWORDS:
        raise ValidationError(_l("Choose a password that is harder to guess"))


def email_field(label: str) -> EmailField:
    """Make a field for an e-mail address."""
    return EmailField(
        label,
        validators=[
            InputRequired(ENTER_EMAIL),
            Length(max=LONGEST_EMAIL, message=_l("Use at most %(max)d characters")),
            email_address,
        ],
    )


def new_password_fields() -> tuple[PasswordField, PasswordField]:
    """Make the two fields for a new password."""
    limits = Length(
        min=SHORTEST_PASSWORD,
        max=LONGEST_PASSWORD,
        message=_l("Use between %(min)d and %(max)d characters"),
    )
    return (
        PasswordField(_l("Password"), validators=[InputRequired(ENTER_PASSWORD), limits, uncommon_password]),
        PasswordField(
            _l("The same password again"),
            validators=[EqualTo("password", message=_l("The two passwords are not the same"))],
        ),
    )


class SignUpForm(WriteForm):
    """A professional makes an account."""

    name = StringField(_l("Your name"), validators=[InputRequired(_l("Enter your name"))])
    email = email_field(_l("E-mail address"))
    password, repeated = new_password_fields()
    agreed = BooleanField(
        _l("I have read what happens with my data"),
        validators=[InputRequired(_l("Read what happens with your data, then tick the box"))],
    )


class SignInForm(BaseForm):
    """Signing in; without a nonce, because doing it twice does no harm."""

    email = email_field(_l("E-mail address"))
    password = PasswordField(
        _l("Password"),
        validators=[
            InputRequired(_l("Enter your password")),
            Length(max=LONGEST_PASSWORD, message=_l("Use at most %(max)d characters")),
        ],
    )


class EmailForm(WriteForm):
    """Asking for a mail with a link."""

    email = email_field(_l("E-mail address"))


class NewPasswordForm(WriteForm):
    """Choosing a new password."""

    password, repeated = new_password_fields()


class ConfirmForm(WriteForm):
    """A button and nothing else."""


class AccountForm(WriteForm):
    """What the owner may change about the account."""

    name = StringField(_l("Your name"), validators=[InputRequired(_l("Enter your name"))])
    language = SelectField(_l("Language of mail to you"), choices=list(LANGUAGES.items()))
