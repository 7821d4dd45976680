"""What every form shares: clean text, limits, a nonce, and errors that come from use cases."""

import secrets
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

SHORT_TEXT = 200
LONG_TEXT = 4_000
NONCE_LENGTH = 64
# Control characters and lone surrogates; what is more than one line only fits a field of several lines.
UNSEEN = frozenset({"Cc", "Cs"})
LAYOUT = "\t\r\n"
# They make the text around them read backwards, so that one name looks like another.
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def strip(value: str | None) -> str | None:
    """Take the white space off both ends of what was typed."""
    return value.strip() if isinstance(value, str) else value


def refuse_control_characters(_form: FlaskForm, field: Field) -> None:
    """Refuse characters that no keyboard types: NUL, lone surrogates, turns of direction and the like."""
    text = field.data if isinstance(field.data, str) else ""
    allowed = LAYOUT if isinstance(field, TextAreaField) else ""
    for character in text:
        is_unseen = unicodedata.category(character) in UNSEEN or character in DIRECTIONS
        if is_unseen and character not in allowed:
            raise ValidationError(_l("Remove the characters that cannot be shown"))


class BaseForm(FlaskForm):
    """A form whose text fields are stripped, limited in length and free of control characters."""

    class Meta(FlaskForm.Meta):
        """Strip every text field."""

        def bind_field(self, form: FlaskForm, unbound_field: Any, options: dict[str, Any]) -> Field:
            """Give text fields the filter and the limits that all of them need."""
            kind = unbound_field.field_class
            if issubclass(kind, StringField):
                filters = unbound_field.kwargs.get("filters", ())
                options = {**options, "filters": (*filters, strip)}
            field = unbound_field.bind(form=form, **options)
            if issubclass(kind, StringField):
                field.validators = (*field.validators, *_text_limits(kind, field.validators))
            return field

    def validate(self, extra_validators: Any = None) -> bool:
        """Validate, and put messages into the reader's words: pages tell words from nested errors by type."""
        valid = bool(super().validate(extra_validators))
        for field in self:
            if isinstance(field.errors, list) and any(
                isinstance(error, LazyString) for error in field.errors
            ):
                field.errors = [
                    str(error) if isinstance(error, LazyString) else error for error in field.errors
                ]
        return valid

    def process(self, *args: Any, **kwargs: Any) -> None:
        """Read the answers; blanks alone are no answer, also for InputRequired, which reads what was sent."""
        super().process(*args, **kwargs)
        for field in self:
            if isinstance(field, StringField) and field.raw_data:
                field.raw_data = [strip(sent) for sent in field.raw_data]

    def refuse(self, message: str, field: str | None = None) -> None:
        """Show an error that a use case found, at its field or, without one, above the form."""
        if field and field in self._fields:
            self[field].errors = [*self[field].errors, message]
        else:
            self.form_errors.append(message)


def _text_limits(kind: type[Field], validators: Iterable[Any]) -> Iterable[Callable[..., None]]:
    yield refuse_control_characters
    if not any(isinstance(validator, Length) for validator in validators):
        limit = LONG_TEXT if issubclass(kind, TextAreaField) else SHORT_TEXT
        yield Length(max=limit, message=_l("Use at most %(max)d characters"))


class SearchForm(BaseForm):
    """A form that only asks: sent by GET, without a token, so its address can be shared."""

    class Meta(BaseForm.Meta):
        """No CSRF token in the address."""

        csrf = False


class WriteForm(BaseForm):
    """A form that changes something: its nonce makes a double click act once."""

    nonce = HiddenField(
        default=lambda: secrets.token_urlsafe(16),
        validators=[
            InputRequired(_l("Open the page again and send the form once")),
            Length(max=NONCE_LENGTH, message=_l("Open the page again and send the form once")),
        ],
    )


class VersionedForm(WriteForm):
    """A form about a row that others may edit too: it carries the version it was filled from."""

    version = HiddenField(filters=[lambda number: None if number is None else str(number)])

    @property
    def expected_version(self) -> int:
        """The version the form was sent with; 0, which no row has, if the field is missing or no number."""
        text = str(self.version.raw_data[0]) if self.version.raw_data else ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004
