"""Forms of coordinators: reviewing vacancies, choosing and approving people."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, SelectChoice, SelectField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from web.forms.base import SearchForm, WriteForm
from web.models.placement import ChoiceReason
from web.models.vacancy import VacancyStatus

LARGEST_ID = 10**18


def key_field() -> IntegerField:
    """Make the field of a key in an address: which row a page of a list begins after."""
    return IntegerField(validators=[Optional(), NumberRange(min=1, max=LARGEST_ID)])


class VacancyListForm(SearchForm):
    """Which vacancies to list."""

    status = SelectField(
        _l("State"),
        choices=[SelectChoice("", _l("All")), *(SelectChoice(status.value) for status in VacancyStatus)],
        default="",
    )
    after = key_field()
    before = key_field()


class ReturnForm(WriteForm):
    """Why a vacancy goes back."""

    comment = TextAreaField(
        _l("What should the ministry change?"),
        validators=[InputRequired(_l("Write what the ministry should change"))],
    )


class RankingFilterForm(SearchForm):
    """Whom of a ranked list to show; the choices of languages are given by the page."""

    section = HiddenField(default="")
    # Not "language": that word in an address switches the language of the pages.
    spoken = SelectField(_l("Speaks"), default="")
    level = SelectField(_l("at least"), default="")
    free = BooleanField(_l("Free on all days wanted"))
    credential = SelectField(
        _l("Licence"),
        choices=[
            SelectChoice("", _l("Any")),
            SelectChoice("1", _l("Licensed and active")),
            SelectChoice("2", _l("Licensed in any country")),
            SelectChoice("3", _l("At least qualified")),
        ],
        default="",
    )
    wishes = BooleanField(_l("Wishes to work in this country"))
    after = key_field()


class ProposeForm(WriteForm):
    """Proposing somebody; who does not stand first needs a reason."""

    choice_reason = SelectField(_l("Why this person and not the first?"), default="")
    choice_note = TextAreaField(_l("In your own words"))

    def validate_choice_note(self, field: TextAreaField) -> None:
        """Ask for the reason itself where the list has it not."""
        if self.choice_reason.data == ChoiceReason.OTHER and not field.data:
            raise ValidationError(_l("Write the reason in your own words"))


class CancelForm(WriteForm):
    """Why a case is called off."""

    comment = TextAreaField(
        _l("Why is this case called off?"),
        validators=[InputRequired(_l("Write why the case is called off"))],
    )


class PlacementListForm(SearchForm):
    """Which cases to list."""

    which = SelectField(
        choices=[SelectChoice("open", _l("Open cases")), SelectChoice("all", _l("All cases"))],
        default="open",
    )
    after = key_field()
