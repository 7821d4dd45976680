"""Days taken from free periods: what is left is free, what was taken is not, and nothing else changes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matcher import Period
from matcher.periods import LAST_DAY, without

FIRST, LENGTH = date(2027, 1, 1), 20


def days():
    return st.integers(0, LENGTH).map(lambda number: FIRST + timedelta(days=number))


STARTED = st.tuples(days(), st.none() | days()).map(
    lambda pair: Period(pair[0], None if pair[1] is None else max(pair))
)


def holds(periods, day):
    return any(period.start <= day <= (period.end or LAST_DAY) for period in periods)


@given(st.lists(STARTED, max_size=4), st.lists(STARTED, max_size=4))
def test_a_day_is_left_if_it_was_free_and_nobody_took_it(free, taken):
    left = without(free, taken)
    for number in range(-1, LENGTH + 2):
        day = FIRST + timedelta(days=number)
        assert holds(left, day) == (holds(free, day) and not holds(taken, day))


@given(st.lists(STARTED, max_size=4))
def test_nothing_taken_leaves_all(free):
    assert without(free, []) == tuple(free)


@given(st.lists(STARTED, max_size=4), days())
def test_without_a_first_day_a_period_stays_as_it_is_stated(taken, end):
    stated = Period(None, end)
    assert without([stated], taken) == (stated,)
