"""When somebody may start reads as a start, not as the days of the whole stay."""

from datetime import date

import pytest

from tests.factories import PublishedVacancyFactory
from web.presenters.vacancies import short_start_window, start_window, start_words
from web.presenters.wording.gates import asked_words

FEBRUARY, APRIL, NEXT_YEAR = date(2027, 2, 11), date(2027, 4, 29), date(2028, 1, 1)


WINDOWS = {
    (FEBRUARY, APRIL): (
        "start between 11 Feb and 29 Apr 2027",
        "between 11 February 2027 and 29 April 2027",
        "between 11 Feb and 29 Apr 2027",
    ),
    (FEBRUARY, NEXT_YEAR): (
        "start between 11 Feb 2027 and 1 Jan 2028",
        "between 11 February 2027 and 1 January 2028",
        "between 11 Feb 2027 and 1 Jan 2028",
    ),
    (APRIL, APRIL): ("start on 29 Apr 2027", "29 April 2027", "29 Apr 2027"),
}


@pytest.mark.parametrize(("window", "written"), WINDOWS.items())
def test_window_names_the_start(app, session, window, written):
    vacancy = PublishedVacancyFactory(earliest_start=window[0], latest_start=window[1])
    with app.test_request_context():
        assert (start_words(vacancy), start_window(vacancy), short_start_window(vacancy)) == written


@pytest.mark.parametrize(
    ("last", "weeks", "words"),
    [
        ("2027-02-11", None, "start on 11 February 2027"),
        ("2027-02-11", 12, "start on 11 February 2027, for 12 weeks"),
        ("2027-04-29", 12, "start between 11 February 2027 and 29 April 2027, for 12 weeks"),
    ],
)
def test_window_of_one_day_is_one_day(app, last, weeks, words):
    asked = {"earliest_start": "2027-02-11", "latest_start": last, "weeks": weeks}
    with app.test_request_context():
        assert asked_words({"name": "dates", "asked": asked}) == words
