"""Forms of the vacancy, one a page."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional, ValidationError

from web.forms.base import BaseForm, VersionedForm, WriteForm
from web.forms.fields import ChooseOneField, DatePartsField, WholeNumberField
from web.forms.text import with_letters
from web.forms.vocabulary import ChosenWordsForm
from web.models.base import now
from web.models.professional import Mode
from web.models.vacancy import RequirementKind

MOST_POSTS = 200
MOST_WEEKS = 104
MOST_YEARS = 40
MOST_BUDGET_LETTERS = 200
LONGEST_WINDOW = timedelta(days=366)
FURTHEST_START = timedelta(days=3 * 366)
YES, NO = "yes", "no"
YES_NO = [SelectChoice(YES, _l("Yes")), SelectChoice(NO, _l("No"))]


class OccupationForm(ChosenWordsForm):
    """One of the occupations suggested for the words typed."""

    choice = ChooseOneField(_l("Which of these is it?"), _l("Choose an occupation, or use other words"))


class FacilityChoiceForm(VersionedForm):
    """Choosing one of the facilities found."""

    facility = ChooseOneField(_l("Facilities found"), _l("Choose a facility, or look for another name"))


class PostFields(BaseForm):
    """What the post is called, and in which language it is worked."""

    title = StringField(
        _l("Title of the post"),
        validators=[InputRequired(_l("Enter a title")), with_letters(_l("Write the title in letters"))],
    )
    specialty = SelectField(_l("Specialty"))
    language = SelectField(_l("Working language of the post"))


class TimeFields(BaseForm):
    """When, how long, how many, and what for."""

    mode = ChooseOneField(_l("What kind of post is it?"), _l("Choose what kind of post it is"))
    earliest_start = DatePartsField(
        _l("Earliest start"), validators=[InputRequired(_l("Enter the earliest start"))]
    )
    latest_start = DatePartsField(
        _l("Latest start"), validators=[InputRequired(_l("Enter the latest start"))]
    )
    duration_weeks = WholeNumberField(
        _l("How long?"),
        description=_l("Leave this empty for a permanent post."),
        minimum=1,
        maximum=MOST_WEEKS,
    )
    posts = WholeNumberField(
        _l("How many people?"),
        validators=[InputRequired(_l("Enter how many people you need"))],
        minimum=1,
        maximum=MOST_POSTS,
    )
    purpose = ChooseOneField(_l("What is the person asked to do, above all?"), _l("Choose a purpose"))
    teaching = BooleanField(_l("The person also teaches or trains the team"))

    def validate_latest_start(self, field: DatePartsField) -> None:
        """Ask for a window that is still open and not upside down."""
        today = now().date()
        if field.data and field.data < today:
            raise ValidationError(_l("The latest start must be today or later"))
        first = self.earliest_start.data
        if field.data and first and field.data < first:
            raise ValidationError(_l("The latest start must be on or after the earliest start"))
        if field.data and first and field.data - first > LONGEST_WINDOW:
            raise ValidationError(_l("The latest start must be within a year of the earliest"))
        if field.data and field.data - today > FURTHEST_START:
            raise ValidationError(_l("The latest start must be within three years from today"))

    def validate_duration_weeks(self, field: WholeNumberField) -> None:
        """Ask for a length of every post that ends, and of no other."""
        if self.mode.data == Mode.PERMANENT and field.data is not None:
            raise ValidationError(_l("A permanent post has no length: leave this empty"))
        if self.mode.data in {Mode.TEMPORARY, Mode.REMOTE} and field.data is None and not field.errors:
            raise ValidationError(_l("Enter how many weeks the post lasts"))


class NewVacancyForm(PostFields, TimeFields, WriteForm):
    """What a vacancy begins with."""


class PostForm(PostFields, VersionedForm):
    """Changing what the post is called."""


class TimeForm(TimeFields, VersionedForm):
    """Changing when, how long, how many, and what for."""


class SkillForm(ChosenWordsForm):
    """One of the skills suggested, or the words typed; how much it counts, and at which level."""

    choice = ChooseOneField(_l("Which of these do you mean?"), _l("Choose a skill, or keep your words"))
    kind = ChooseOneField(
        _l("How much does it count?"),
        _l("Say how much the skill counts"),
        choices=[
            SelectChoice(
                RequirementKind.MUST_HAVE.value,
                _l("Must-have"),
                {"hint": _l("Whoever shows all must-haves stands above whoever does not.")},
            ),
            SelectChoice(RequirementKind.DESIRABLE.value, _l("Desirable"), {"hint": _l("It adds points.")}),
        ],
    )
    level = ChooseOneField(_l("At which level?"), _l("Choose a level"))
    indispensable = BooleanField(_l("Without this skill nobody can do the post"))

    def validate_indispensable(self, field: BooleanField) -> None:
        """Refuse a tick that would be dropped."""
        if field.data and self.kind.data == RequirementKind.DESIRABLE:
            raise ValidationError(_l("Choose “Must-have” above, or take this tick off"))


class LanguageForm(VersionedForm):
    """One language of the post."""

    code = SelectField(_l("Language"), validators=[InputRequired(_l("Choose a language"))])
    min_cefr = SelectField(_l("At least at this level"), validators=[InputRequired(_l("Choose a level"))])
    required = ChooseOneField(
        _l("Is it needed?"),
        _l("Say whether the language is needed"),
        choices=[
            SelectChoice(YES, _l("Needed"), {"hint": _l("Nobody is proposed without it.")}),
            SelectChoice(NO, _l("It helps"), {"hint": _l("It adds points.")}),
        ],
    )


class ExperienceForm(VersionedForm):
    """Licence and years of experience."""

    licence_required = ChooseOneField(
        _l("Does the person need a licence to practise?"),
        _l("Say whether a licence is needed"),
        choices=YES_NO,
    )
    min_years_experience = WholeNumberField(
        _l("How many years of experience at least?"),
        validators=[InputRequired(_l("Enter a number; 0 if there is no minimum"))],
        minimum=0,
        maximum=MOST_YEARS,
    )


class ConditionsForm(VersionedForm):
    """The work, the benefits, the money, and local candidates."""

    description = TextAreaField(
        _l("What will the person do?"), validators=[InputRequired(_l("Describe the work in a few sentences"))]
    )
    benefits = TextAreaField(_l("What do you offer?"), validators=[Optional()])
    funded = ChooseOneField(_l("Is the post funded?"), _l("Say whether the post is funded"), choices=YES_NO)
    budget_line = StringField(_l("Budget line or donor"), validators=[])
    local_candidates = TextAreaField(
        _l("How did you look for local candidates?"),
        validators=[InputRequired(_l("Say how you looked for local candidates"))],
    )

    def validate_budget_line(self, field: StringField) -> None:
        """Ask where the money comes from, if there is any."""
        if self.funded.data == YES and not field.data:
            raise ValidationError(_l("Enter the budget line or donor that pays for the post"))


class SubmitForm(WriteForm):
    """A button and nothing else."""


class ReasonForm(WriteForm):
    """An end that needs words."""

    reason = TextAreaField(_l("Why?"), validators=[InputRequired(_l("Say why in a few words"))])


class OptionalReasonForm(WriteForm):
    """An end that may have words."""

    comment = TextAreaField(_l("Anything to note?"), validators=[Optional()])


def read_yes(field: Any) -> bool:
    """Read a question answered by yes or no."""
    return bool(field.data == YES)
