"""Four processes guess at one account at the same moment: the limit lets ten through, not ten for each."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.data.guesses import guess, guess_where_each_counts_alone
from tests.factories import UserFactory
from tests.support.rivals import Rivals, make_rivals
from web.views.account.limits import SIGN_IN_OF_ACCOUNT

PROCESSES = 4
ALLOWED, _ = SIGN_IN_OF_ACCOUNT
GUESSES = ALLOWED + 2


@pytest.fixture(scope="module")
def rivals() -> Iterator[Rivals]:
    """The processes that guess in every test of this module."""
    with make_rivals(PROCESSES) as rivals:
        yield rivals


@pytest.fixture
def email(database, session) -> str:
    """The address that is tried."""
    user = UserFactory()
    session.commit()
    return user.email


def answers(outcomes: list[list[str]]) -> Counter[str]:
    return Counter(answer for outcome in outcomes for answer in outcome)


def test_the_limit_is_of_all_processes_together(rivals, email, database_url):
    outcomes = answers(rivals.race(guess, database_url, email, GUESSES))
    assert outcomes == {"422": ALLOWED, "429": PROCESSES * GUESSES - ALLOWED}


def test_counting_alone_is_noticed(rivals, email, database_url):
    """The planted fault: counts in the memory of each process."""
    outcomes = answers(rivals.race(guess_where_each_counts_alone, database_url, email, GUESSES))
    assert outcomes["422"] == PROCESSES * ALLOWED
