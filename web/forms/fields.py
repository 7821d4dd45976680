"""Fields of our own: a date in three parts, a whole number within bounds, radios, boxes to tick."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, IntegerField, RadioField, SelectMultipleField
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

DateParts = tuple[str, str, str]

PART_NAMES = ("day", "month", "year")
PART_LABELS = (_l("Day"), _l("Month"), _l("Year"))
PART_WIDTHS = (2, 2, 4)
FIRST_YEAR = 1900
LAST_YEAR = 2199
# What is written with four figures.
SMALLEST_YEAR, LARGEST_YEAR = 1000, 9999
LONGEST_NUMBER = 12


class DatePartsField(Field):
    """A date typed as day, month and year; `parts` is what the page draws, with the values as typed.

    `InputRequired` and `Optional` work as on any field: the date counts as given if one part is.
    """

    data: Any

    def __init__(self, label: str | None = None, validators: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.typed: DateParts | None = None

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Read the three parts, or show the date the form was filled from."""
        super().process(None, *args, **kwargs)
        if formdata is None:
            return
        day, month, year = (str(formdata.get(f"{self.name}-{part}", "")).strip() for part in PART_NAMES)
        self.typed = (day, month, year)
        self.raw_data = [" ".join(self.typed).strip()]
        try:
            self.data = read_date(self.typed)
        except ValueError as error:
            self.data = None
            self.process_errors.append(error.args[0])

    @property
    def parts(self) -> list[dict[str, Any]]:
        """The three inputs: what they are called and what stands in them."""
        stored = (self.data.day, self.data.month, self.data.year) if self.data else ("", "", "")
        values = stored if self.typed is None else self.typed
        return [
            # The first input carries the field's own id, so that the error summary can link to it.
            {
                "name": f"{self.name}-{part}",
                "id": self.id if part == PART_NAMES[0] else f"{self.id}-{part}",
                "label": label,
                "value": value,
                "width": width,
            }
            for part, label, value, width in zip(PART_NAMES, PART_LABELS, values, PART_WIDTHS, strict=True)
        ]


def read_date(typed: DateParts) -> date | None:
    """Read three typed parts as a date; a ValueError says in words what is wrong."""
    if not any(typed):
        return None
    missing = [str(label) for label, text in zip(PART_LABELS, typed, strict=True) if not text]
    if missing:
        raise ValueError(_("The date is not complete: add %(parts)s", parts=", ".join(missing).lower()))
    if not all(_is_short_number(text) for text in typed):
        raise ValueError(_("Write the date in figures, for example 12 1 2027"))
    day, month, year = (int(text) for text in typed)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(_wrong_year(year))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(_("There is no such day: check day and month")) from error


def _wrong_year(year: int) -> str:
    if SMALLEST_YEAR <= year <= LARGEST_YEAR:
        return _("The year must be between %(first)s and %(last)s", first=FIRST_YEAR, last=LAST_YEAR)
    return _("Write the year with four figures, for example 2027")


def _is_short_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


class WholeNumberField(IntegerField):
    """A whole number between two bounds; an empty field is None. A bound that moves is a function."""

    data: Any

    def __init__(
        self,
        label: str | None = None,
        validators: Sequence[Any] = (),
        *,
        minimum: int,
        maximum: int | Callable[[], int],
        **kwargs: Any,
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.minimum = minimum
        self.maximum = maximum() if callable(maximum) else maximum

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed; figures outside the bounds are refused in the same words as letters."""
        text = valuelist[0].strip() if valuelist else ""
        self.raw_data = [text]
        self.data = int(text) if _is_short_number(text) else None
        if text and (self.data is None or not self.minimum <= self.data <= self.maximum):
            self.data = None
            raise ValueError(
                _(
                    "Enter a whole number from %(minimum)d to %(maximum)d",
                    minimum=self.minimum,
                    maximum=self.maximum,
                )
            )


class ChooseOneField(RadioField):
    """Radios of which one must be chosen; `message` says so in the words of the question.

    With `when`, the name of another field and an answer to it, one must be chosen only after that answer.
    """

    def __init__(
        self, label: str, message: str, *, when: tuple[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(label, validate_choice=False, **kwargs)
        self.message = message
        self.when = when

    def pre_validate(self, form: Any) -> None:
        """Refuse an answer that is missing, or that the page did not offer."""
        if self.data in {choice.value for choice in self.iter_choices()} or self._is_spared(form):
            return
        raise StopValidation(str(self.message))

    def _is_spared(self, form: Any) -> bool:
        return self.when is not None and form[self.when[0]].data != self.when[1] and not self.data


class CheckboxesField(SelectMultipleField):
    """Any number of a few choices, each a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()
