"""The examples in the documentation of the bench."""

import doctest

import pytest

from bench import contest, ranking_report
from bench.ranking_peers import crowd


@pytest.mark.parametrize("module", [contest, crowd, ranking_report])
def test_examples_hold(module):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed
