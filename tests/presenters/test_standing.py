"""The one sentence about where a professional stands among the open vacancies."""

import pytest

from web.presenters.vacancies_for_me import Group, standing_words

STANDING = [
    ({Group.FIT: 2, Group.TO_CONFIRM: 1}, "2 vacancies fit you."),
    ({Group.TO_CONFIRM: 1, Group.ONE_STEP: 4}, "1 vacancy may fit you."),
    ({Group.ONE_STEP: 3, Group.NOT_NOW: 9}, "3 vacancies are one step away."),
    (
        {Group.NOT_NOW: 9},
        "No open vacancy fits you at the moment. We write to you when somebody proposes one.",
    ),
]


@pytest.mark.parametrize(("counts", "words"), STANDING)
def test_the_best_there_is_is_said_first(app, counts, words):
    with app.test_request_context():
        assert standing_words(dict.fromkeys(Group, 0) | counts) == words
