"""Text is what can be seen of it."""

import pytest
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, InputRequired

from web.forms.base import BaseForm
from web.forms.text import with_letters

INVISIBLE = ("\u200b", "\u2060", "\ufeff", "\u00ad", "\u200d", "\u180e", "\u3164", "\u2800", "\U000e0041")


class NameForm(BaseForm):
    class Meta(BaseForm.Meta):
        csrf = False

    name = StringField("Name", [InputRequired("Enter a name"), with_letters("Use letters")])
    other = StringField("Other", [DataRequired("Enter it too")])
    password = PasswordField("Password")


@pytest.fixture
def fill(app):
    def fill(**answers):
        given = {"name": "Ama", "other": "Ama", **answers}
        with app.test_request_context(method="POST", data=given):
            form = NameForm()
            form.validate()
            return form

    return fill


@pytest.mark.parametrize("character", INVISIBLE)
def test_what_nobody_sees_is_no_answer(fill, character):
    nothing = f" {character} {character}"
    form = fill(name=nothing, other=nothing)
    assert form.errors == {"name": ["Enter a name"], "other": ["Enter it too"]}


@pytest.mark.parametrize("character", [each for each in INVISIBLE if each != "\u200d"])
def test_what_nobody_sees_is_taken_out(fill, character):
    assert fill(name=f"A{character}ma{character} ").name.data == "Ama"


def test_joiners_stay_where_they_join(fill):
    assert (
        fill(name="\u200d\u0639\u0644\u06cc\u200c\u0631\u0636\u0627\u200d").name.data
        == "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"
    )


def test_password_is_what_was_typed(fill):
    assert fill(password=" four\u00adwords ").password.data == "four\u00adwords"


@pytest.mark.parametrize("name", ["...", "12", "\u0301", "😀", "-'-"])
def test_name_has_letters(fill, name):
    assert fill(name=name).errors == {"name": ["Use letters"]}


@pytest.mark.parametrize("name", ["Ø", "Ng'ang'a", "أمينة", "N\u2019Guessan 2nd"])
def test_letters_of_any_script_are_letters(fill, name):
    assert fill(name=name).errors == {}
