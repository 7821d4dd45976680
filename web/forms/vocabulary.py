"""Choosing a code for typed words, the same on every page that asks for one."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from web.forms.base import SHORT_TEXT, SearchForm, VersionedForm
from web.forms.text import with_letters

NONE_OF_THESE = "none"
TYPE_WORDS = _l("Type a few words")


class WordsForm(SearchForm):
    """The words somebody types; sent by GET, so that the way back keeps them."""

    words = StringField(validators=[DataRequired(TYPE_WORDS), with_letters(TYPE_WORDS)])


class ChosenWordsForm(VersionedForm):
    """The choice after the words; each page adds its own `choice` field.

    `typed` carries the words that led to the suggestions.
    """

    typed = HiddenField(
        validators=[
            DataRequired(_l("Type a few words first")),
            with_letters(TYPE_WORDS),
            Length(max=SHORT_TEXT, message=_l("Use at most %(max)d characters")),
        ]
    )
