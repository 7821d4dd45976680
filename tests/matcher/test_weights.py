"""Weights by version: an old ranking finds those it was made with."""

import pytest

from matcher import DEFAULT, WEIGHTS, MatcherError, weights_of
from matcher.criteria import CRITERIA


def test_every_version_is_found_under_its_own_name():
    assert [weights_of(version).version for version in WEIGHTS] == list(WEIGHTS)
    assert weights_of(DEFAULT.version) is DEFAULT


def test_every_version_weighs_the_criteria_there_are():
    for weights in WEIGHTS.values():
        assert set(weights.maxima) == {criterion.name for criterion in CRITERIA}


def test_what_was_once_used_stays_as_it_was():
    """Change a set of weights under its old name, and old rankings can no longer be computed again."""
    assert list(weights_of("expert-1").maxima.values()) == [
        *(3000, 1400, 1200, 1000, 800, 600, 500, 500, 400, 300, 300)
    ]


def test_a_version_that_never_was_is_refused():
    with pytest.raises(MatcherError, match=r"^weights: 'expert-0' is no version of ours$"):
        weights_of("expert-0")
