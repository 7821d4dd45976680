"""What every form does with text."""

import pytest
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired

from web.forms.base import LONG_TEXT, SHORT_TEXT, BaseForm


class NoteForm(BaseForm):
    class Meta(BaseForm.Meta):
        csrf = False

    title = StringField("Title", [InputRequired("Enter a title")])
    note = TextAreaField("Note")


@pytest.fixture
def fill(app):
    def fill(**answers):
        with app.test_request_context(method="POST", data={"title": "A title", **answers}):
            form = NoteForm()
            form.validate()
            return form

    return fill


def test_text_is_stripped(fill):
    assert fill(title="  A title \r\n").title.data == "A title"


@pytest.mark.parametrize("blanks", ["", "   ", "\r\n", "\t\u00a0 "])
def test_blanks_alone_are_no_answer(fill, blanks):
    assert fill(title=blanks).errors == {"title": ["Enter a title"]}


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x08", "\x85", "\u202e", "\u2066", "\n"])
def test_characters_no_keyboard_types_are_refused(fill, character):
    assert fill(title=f"a{character}b").errors == {"title": ["Remove the characters that cannot be shown"]}


def test_only_long_text_has_lines(fill):
    assert not fill(note="One\r\n\tTwo").errors
    assert set(fill(title="One\r\nBcc: two@example.org").errors) == {"title"}


def test_length_is_limited_by_the_kind_of_field(fill):
    assert not fill(title="a" * SHORT_TEXT, note="a" * LONG_TEXT).errors
    assert set(fill(title="a" * (SHORT_TEXT + 1), note="a" * (LONG_TEXT + 1)).errors) == {"title", "note"}


def test_refusals_of_use_cases_stand_at_their_field_or_above_the_form(fill):
    form = fill()
    form.refuse("Taken", "title")
    form.refuse("Too late")
    form.refuse("Gone", "no such field")
    assert form.title.errors == ["Taken"]
    assert form.form_errors == ["Too late", "Gone"]
