"""Fields that read what people type, and say in words what is wrong with it."""

from datetime import date

import pytest
from wtforms import SelectChoice
from wtforms.validators import InputRequired, Optional

from web.forms.base import BaseForm
from web.forms.fields import CheckboxesField, ChooseOneField, DatePartsField, WholeNumberField


class PlanForm(BaseForm):
    class Meta(BaseForm.Meta):
        csrf = False

    start = DatePartsField("Start", [InputRequired("Enter the start")])
    end = DatePartsField("End", [Optional()])
    weeks = WholeNumberField("Weeks", [Optional()], minimum=1, maximum=52)
    mode = ChooseOneField("Mode", "Choose a mode", choices=[SelectChoice("a"), SelectChoice("b")])
    places = CheckboxesField("Places", choices=[SelectChoice("gh"), SelectChoice("sn")])


GOOD = {"start-day": "3", "start-month": "3", "start-year": "2027", "mode": "a"}


@pytest.fixture
def fill(app):
    def fill(**answers):
        answers = {name.replace("__", "-"): answer for name, answer in answers.items()}
        with app.test_request_context(method="POST", data={**GOOD, **answers}):
            form = PlanForm()
            form.validate()
            return form

    return fill


def test_date_is_read_from_its_parts(fill):
    form = fill()
    assert form.start.data == date(2027, 3, 3)
    assert form.end.data is None
    assert form.errors == {}


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("", "", "", "Enter the start"),
        (" ", "", "", "Enter the start"),
        ("1", "", "2027", "The date is not complete: add month"),
        ("31", "2", "2027", "There is no such day: check day and month"),
        ("0", "2", "2027", "There is no such day: check day and month"),
        ("1", "13", "2027", "There is no such day: check day and month"),
        ("1", "2", "27", "Write the year with four figures, for example 2027"),
        ("1", "2", "9999", "The year must be between 1900 and 2199"),
        ("1", "2", "1899", "The year must be between 1900 and 2199"),
        ("1", "2", "20270", "Write the year with four figures, for example 2027"),
        ("1", "2", str(2**70), "Write the date in figures, for example 12 1 2027"),
        ("-1", "2", "2027", "Write the date in figures, for example 12 1 2027"),
        ("1", "May", "2027", "Write the date in figures, for example 12 1 2027"),
        ("²", "2", "2027", "Write the date in figures, for example 12 1 2027"),
        ("1\x00", "2", "2027", "Write the date in figures, for example 12 1 2027"),
    ],
)
def test_wrong_date_is_refused_in_words(fill, day, month, year, words):
    form = fill(start__day=day, start__month=month, start__year=year)
    assert form.start.errors == [words]
    assert form.start.data is None


def test_optional_date_still_has_to_be_a_date(fill):
    assert fill(end__day="9").end.errors == ["The date is not complete: add month, year"]


def test_typed_parts_are_kept(fill):
    parts = fill(start__day="31", start__month="2").start.parts
    assert [part["value"] for part in parts] == ["31", "2", "2027"]
    assert [part["name"] for part in parts] == ["start-day", "start-month", "start-year"]
    assert parts[0]["id"] == "start"


def test_stored_date_is_shown_in_parts(app):
    with app.test_request_context():
        form = PlanForm(data={"start": date(2027, 3, 3)})
        assert [part["value"] for part in form.start.parts] == [3, 3, 2027]
        assert [part["value"] for part in form.end.parts] == ["", "", ""]


@pytest.mark.parametrize("typed", ["0", "53", "-1", "1.5", "ten", "²", "1\x00", str(2**70)])
def test_number_outside_its_bounds_is_refused_and_kept(fill, typed):
    form = fill(weeks=typed)
    assert form.weeks.errors == ["Enter a whole number from 1 to 52"]
    assert form.weeks.data is None
    assert form.weeks._value() == typed


@pytest.mark.parametrize(("typed", "number"), [("", None), ("  ", None), (" 7 ", 7), ("52", 52)])
def test_number_is_read(fill, typed, number):
    form = fill(weeks=typed)
    assert form.weeks.data == number
    assert form.errors == {}


@pytest.mark.parametrize("answer", ["", "c"])
def test_radio_asks_in_the_words_of_its_question(fill, answer):
    assert fill(mode=answer).mode.errors == ["Choose a mode"]


def test_boxes_take_only_what_they_offer(fill):
    assert fill(places=["gh", "sn"]).places.data == ["gh", "sn"]
    assert fill(places=["gh", "xx"]).places.errors
