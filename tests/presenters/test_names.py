"""Dates, labels and names are written as the reader's language writes them."""

from datetime import date

import pytest
from flask_babel import force_locale

from matcher.iso import LANGUAGES
from web.presenters.languages import COMMON_LANGUAGES, OWN_NAMES
from web.presenters.names import (
    country_name,
    labelled,
    language_choices,
    language_name,
    long_date,
    short_date,
)


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("en", date(2027, 3, 1), "1 March 2027"),
        ("fr", date(2027, 3, 1), "1er mars 2027"),
        ("fr", date(2027, 3, 11), "11 mars 2027"),
        ("fr", date(2027, 3, 21), "21 mars 2027"),
    ],
)
def test_long_dates(app, language, day, written):
    with app.test_request_context(), force_locale(language):
        assert long_date(day) == written


def test_short_dates_in_french(app):
    with app.test_request_context(), force_locale("fr"):
        assert short_date(date(2027, 1, 1)) == "1er janv. 2027"
        assert short_date(None) == ""


def test_french_has_a_space_before_the_colon(app):
    with app.test_request_context():
        assert labelled("Licence", "active") == "Licence: active"
        with force_locale("fr"):
            assert labelled("Équipement", "en place") == "Équipement\u00a0: en place"


def test_names_of_countries_and_languages(app):
    with app.test_request_context(), force_locale("fr"):
        assert country_name("CD") == "Congo-Kinshasa"
        assert language_name("pt") == "Portugais"


REGION = {
    "en": (
        *("Akan (Twi, Fante)", "Bambara", "Cape Verdean Creole", "Dyula", "Ewe", "Fon"),
        *("Fula (Pulaar, Fulfulde)", "Guinea-Bissau Creole (Kriol)", "Hausa", "Igbo", "Kikongo", "Krio"),
        *("Lingala", "Mandinka", "Mooré", "Sango", "Soninke", "Swahili", "Tshiluba", "Wolof", "Yoruba"),
    ),
    "fr": (
        *("Akan (twi, fanti)", "Bambara", "Créole capverdien", "Dioula", "Éwé", "Fon"),
        *("Peul (pulaar, fulfulde)", "Créole de Guinée-Bissau (kriol)", "Haoussa", "Igbo", "Kikongo", "Krio"),
        *("Lingala", "Mandinka", "Mooré", "Sango", "Soninké", "Swahili", "Tshiluba", "Wolof", "Yoruba"),
    ),
}


@pytest.mark.parametrize("reader", REGION)
def test_languages_of_the_region_are_offered_by_the_names_used_there(app, reader):
    with app.test_request_context(), force_locale(reader):
        names = [name for _code, name in language_choices()]
        assert set(REGION[reader]) <= set(names)
        assert len(set(names)) == len(COMMON_LANGUAGES)
        bare = set(names) & {code.capitalize() for code in COMMON_LANGUAGES}
        assert bare == {"Fon", "Tiv"}, "these are called as their codes are; no other code stands for a name"
        assert reader == "en" or names.index("Éwé") < names.index("Fang")


def test_the_engine_knows_every_language_that_is_offered():
    assert set(COMMON_LANGUAGES) <= LANGUAGES
    assert set(OWN_NAMES) <= set(COMMON_LANGUAGES)
