"""Suggestions while somebody types: by keyboard, by mouse, read out, and not in the way of the button."""

import pytest
from playwright.sync_api import expect
from sqlalchemy.orm import Session

from tests.factories.base import bind_factories
from tests.factories.people import UserFactory
from tests.journeys.rules import faults_of
from tests.journeys.service import running_service
from tests.support.databases import sqlite_databases
from tests.support.keys import keyring
from web.db import make_engine

PATH = "/professional/profile/occupations/new"
ACTIVE = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText"


EMAIL = "typist@people.example"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """Serve one database to all tests of this module."""
    folder = tmp_path_factory.mktemp("combobox")
    with sqlite_databases(folder) as make:
        url = make()
        with Session(make_engine(url, keyring())) as session, bind_factories(session):
            UserFactory(email=EMAIL)
            session.commit()
        with running_service(url, folder) as service:
            yield service


@pytest.fixture(scope="module")
def signed_in():
    """The cookies of who has signed in first."""
    return []


@pytest.fixture
def person(make_person, signed_in):
    """Somebody about to say what they are."""
    person = make_person(EMAIL)
    if not signed_in:
        person.sign_in()
        signed_in.extend(person.context.cookies())
    person.context.add_cookies(signed_in)
    person.open(PATH)
    return person


@pytest.fixture
def field(person):
    return person.page.get_by_role("combobox")


@pytest.fixture
def options(person):
    return person.page.get_by_role("option")


def test_by_keyboard(person, field, options):
    field.press_sequentially("sage femme")
    expect(options.first).to_have_text("Midwife\nalso called “Sage-femme”", use_inner_text=True)
    expect(person.page.get_by_role("status")).to_have_text(f"Suggestions: {options.count()}")
    assert field.get_attribute("aria-expanded") == "true"
    assert list(faults_of(person.page, language="en")) == []
    # Down to the first, up to the field, up to the last, down to the field again.
    for key, place in (("ArrowDown", 0), ("ArrowUp", None), ("ArrowUp", -1), ("ArrowDown", None)):
        field.press(key)
        name = None if place is None else options.nth(place).inner_text()
        assert person.page.evaluate(ACTIVE) == name
    field.press("Escape")
    assert not options.first.is_visible()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "sage femme"
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    expect(person.page.locator("[name=choice]:checked")).to_have_value("2222")
    person.send(years=6)
    assert "midwife" in person.text().lower()


def test_by_mouse(person, field, options):
    field.press_sequentially("nurse")
    wanted = options.nth(1)
    name = wanted.locator(".combobox-name").inner_text()
    wanted.click()
    checked = person.page.locator(".choice:has(input:checked) label")
    expect(checked).to_have_text(name)


def test_typing_on_leaves_the_row(person, field, options):
    """What Enter takes is in sight: a row of words that are no longer there is not chosen by it."""
    field.press_sequentially("midw")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    field.press("i")
    assert person.page.evaluate(ACTIVE) is None


def test_a_row_that_was_late_is_chosen_for_its_own_words(person, field, options):
    field.press_sequentially("midw")
    expect(options.first).to_be_visible()
    person.page.route("**/occupations/new?words=midwx", lambda route: None)
    field.press("x")
    options.first.click()
    person.page.wait_for_url("**?words=midw&choice=2222")
    expect(person.page.locator("[name=choice]:checked")).to_have_value("2222")


def test_one_more_letter_while_the_answer_is_slow(person, field, options):
    person.page.route("**/occupations/new?words=midw", lambda route: None)
    with person.page.expect_request("**/occupations/new?words=midw"):
        field.press_sequentially("midw")
    field.press("i")
    expect(options.first).to_be_visible()


def test_the_way_back_keeps_the_words(person, field, options):
    field.press_sequentially("sage femme")
    options.first.click()
    person.page.wait_for_url("**choice=2222")
    person.page.go_back()
    expect(field).to_have_value("sage femme")


def test_the_button_takes_the_words_as_they_are(person, field, options):
    field.press_sequentially("midw")
    expect(options.first).to_be_visible()
    field.press("Enter")
    person.page.wait_for_url("**?words=midw")
    assert person.page.locator("[name=choice]:checked").count() == 0
    assert person.page.locator("[name=choice]").count() > 0


def test_words_that_name_no_health_work_open_no_list(person, field, options):
    field.press_sequentially("truck driver")
    expect(person.page.get_by_role("status").last).to_have_text("Suggestions: 0")
    assert options.count() == 0
    assert field.get_attribute("aria-expanded") == "false"


def test_without_an_answer_the_button_still_works(person, field, options):
    person.page.route("**/occupations/new?*", lambda route: route.abort())
    field.press_sequentially("sage femme")
    person.page.wait_for_timeout(600)
    assert options.count() == 0
    person.page.unroute_all()
    field.press("Enter")
    expect(person.page.get_by_label("Midwife", exact=True)).to_be_visible()
