"""The days the tests live in.

The service refuses a start that has passed and a licence that has run out, so a test that names a year
breaks once that year has come. Whatever the service compares with today is counted from here instead. What
is to lie ahead begins in February of next year at the earliest: a run that starts on 31 December may end in
January.
"""

from datetime import date, timedelta

from web.models.base import now

THIS_YEAR = now().year
LAST_YEAR, NEXT_YEAR = THIS_YEAR - 1, THIS_YEAR + 1


def in_days(days: int) -> date:
    """Give the day that is so many days away as the test runs: 0 is today, -1 was yesterday."""
    return now().date() + timedelta(days)
