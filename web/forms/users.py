"""Forms of administrators about users."""

from flask_babel import lazy_gettext as _l
from wtforms import SearchField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from web.forms.accounts import email_field
from web.forms.base import VersionedForm, WriteForm
from web.forms.fields import CheckboxesField, ChooseOneField
from web.forms.offered import OfferedField
from web.forms.place import PlaceForm
from web.forms.text import with_letters
from web.i18n import LANGUAGES
from web.models.user import Role

STAFF_ROLES = (
    SelectChoice(
        Role.MINISTRY.value, _l("Ministry user"), {"hint": _l("Writes the vacancies of one ministry.")}
    ),
    SelectChoice(
        Role.COORDINATOR.value,
        _l("Coordinator"),
        {"hint": _l("Reviews, verifies, proposes and approves for some countries.")},
    ),
    SelectChoice(Role.ADMIN.value, _l("Administrator"), {"hint": _l("Manages users and ministries.")}),
)


def person_field() -> StringField:
    """Make a field for the name of somebody else."""
    return StringField(
        _l("Name"),
        validators=[InputRequired(_l("Enter the name")), with_letters(_l("Write the name in letters"))],
        render_kw={"autocomplete": "off"},
    )


class UserSearchForm(PlaceForm):
    """Whom to list; the page gives the choices. `after` and `before` say where in the list to read."""

    text = SearchField(_l("Name or e-mail address"), default="")
    role = OfferedField(_l("Role"), default="")
    state = OfferedField(_l("State"), default="")


class InvitationForm(WriteForm):
    """Inviting somebody to work here; the page gives ministries and countries."""

    name = person_field()
    email = email_field(
        _l("E-mail address"), missing=_l("Enter the person's e-mail address"), autocomplete="off"
    )
    language = SelectField(
        _l("Language of the invitation"),
        choices=[SelectChoice(code, name) for code, name in LANGUAGES.items()],
    )
    role = ChooseOneField(_l("Role"), _l("Choose what this person does here"), choices=STAFF_ROLES)
    ministry = OfferedField(_l("Ministry"), default="")
    countries = CheckboxesField(_l("Countries"))


class ProfessionalUserForm(VersionedForm):
    """What an administrator may change about a professional's account."""

    name = person_field()


class UserForm(ProfessionalUserForm):
    """What an administrator may change about everybody else's."""

    role = ChooseOneField(_l("Role"), _l("Choose what this person does here"), choices=STAFF_ROLES)
    ministry = OfferedField(_l("Ministry"), default="")
    countries = CheckboxesField(_l("Countries"))


class SuspensionForm(WriteForm):
    """Why somebody is locked out."""

    reason = TextAreaField(
        _l("Why is this account suspended?"),
        validators=[InputRequired(_l("Write why this account is suspended"))],
    )


class FactorResetForm(WriteForm):
    """Why somebody's second factors are taken away."""

    reason = TextAreaField(
        _l("Why is the second step taken away?"),
        description=_l("Say also how you made sure that it was this person who asked."),
        validators=[InputRequired(_l("Write why the second step is taken away"))],
    )


class SignOutForm(WriteForm):
    """Why somebody is signed out everywhere."""

    reason = TextAreaField(
        _l("Why is this person signed out?"),
        validators=[InputRequired(_l("Write why this person is signed out"))],
    )
