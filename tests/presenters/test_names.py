"""Dates, labels and names are written as the reader's language writes them."""

from datetime import date

import pytest
from flask_babel import force_locale

from web.presenters.names import country_name, labelled, language_name, long_date, short_date


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
