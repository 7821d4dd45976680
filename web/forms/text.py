"""What is typed, made clean: no white space at its ends, nothing in it that nobody sees."""

import unicodedata
from collections.abc import Callable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, TextAreaField
from wtforms.validators import ValidationError

# Control characters and lone surrogates; what is more than one line only fits a field of several lines.
UNSEEN = frozenset({"Cc", "Cs"})
LAYOUT = "\t\r\n"
# They make the text around them read backwards, so that one name looks like another.
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Between two letters they choose how these are joined, as Persian and several Indian scripts need.
JOINERS = "\u200c\u200d"
# Letters, marks and signs by category, drawn as nothing: fillers of Hangul, an empty cell of Braille.
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def strip(value: str | None) -> str | None:
    """Take the white space off both ends of what was typed."""
    return value.strip() if isinstance(value, str) else value


def clean(value: str | None) -> str | None:
    """Take out what nobody sees, such as soft hyphens, then the white space at both ends."""
    if not isinstance(value, str):
        return value
    seen = "".join(character for character in value if not _is_invisible(character))
    return seen.strip().strip(JOINERS).strip()


def _is_invisible(character: str) -> bool:
    is_format = unicodedata.category(character) == "Cf"
    return character in BLANKS or (is_format and character not in DIRECTIONS and character not in JOINERS)


def refuse_control_characters(_form: FlaskForm, field: Field) -> None:
    """Refuse characters that no keyboard types: NUL, lone surrogates, turns of direction and the like."""
    text = field.data if isinstance(field.data, str) else ""
    allowed = LAYOUT if isinstance(field, TextAreaField) else ""
    for character in text:
        is_unseen = unicodedata.category(character) in UNSEEN or character in DIRECTIONS
        if is_unseen and character not in allowed:
            raise ValidationError(_l("Remove the characters that cannot be shown"))


def with_letters(message: str) -> Callable[[FlaskForm, Field], None]:
    """Refuse a name of signs or figures alone; a letter of any script will do."""

    def check(_form: FlaskForm, field: Field) -> None:
        if not any(unicodedata.category(character).startswith("L") for character in field.data or ""):
            raise ValidationError(message)

    return check
