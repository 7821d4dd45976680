"""What every form shares: clean text, limits, a nonce, and errors that come from use cases."""

import secrets
from collections.abc import Callable, Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from web.forms.text import clean, refuse_control_characters, strip

SHORT_TEXT = 200
LONG_TEXT = 4_000
NONCE_LENGTH = 64


class BaseForm(FlaskForm):
    """A form whose text fields are cleaned, limited in length and free of control characters."""

    class Meta(FlaskForm.Meta):
        """Clean every text field."""

        def bind_field(self, form: FlaskForm, unbound_field: Any, options: dict[str, Any]) -> Field:
            """Give text fields the filter and the limits that all of them need."""
            kind = unbound_field.field_class
            if issubclass(kind, StringField):
                filters = unbound_field.kwargs.get("filters", ())
                options = {**options, "filters": (*filters, _cleaner(kind))}
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
                cleaner = _cleaner(type(field))
                field.raw_data = [cleaner(sent) for sent in field.raw_data]

    def refuse(self, message: str, field: str | None = None) -> None:
        """Show an error that a use case found, at its field or, without one, above the form."""
        if field and field in self._fields:
            self[field].errors = [*self[field].errors, message]
        else:
            self.form_errors.append(message)


def _cleaner(kind: type[Field]) -> Callable[[str | None], str | None]:
    # A password is what was typed: nobody reads it, so nothing in it misleads.
    return strip if issubclass(kind, PasswordField) else clean


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
