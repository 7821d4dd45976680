"""A peer that computes something else is no peer: each has to find the same people eligible as the engine."""

from contextlib import closing

import pytest

from bench.population import World
from bench.ranking_peers import OURS, PLACES, make
from bench.ranking_peers.crowd import Crowd
from matcher import Vocabulary

PEOPLE, POSITIONS = 300, 25
PEERS = [name for name in PLACES if name not in {OURS, "floor"}]


@pytest.fixture(scope="module")
def crowd():
    vocabulary = Vocabulary.load()
    return Crowd(list(World(vocabulary).people(PEOPLE)), vocabulary)


@pytest.fixture(scope="module")
def positions(crowd):
    return list(World(crowd.vocabulary).positions(POSITIONS))


@pytest.fixture(scope="module")
def exact(crowd, positions):
    ours = make(OURS)
    ours.prepare(crowd)
    return [ours.top(position, PEOPLE) for position in positions]


@pytest.fixture(scope="module", params=PEERS)
def peer(request, crowd):
    with closing(make(request.param)) as peer, pytest.MonkeyPatch.context() as environment:
        if request.param == "postgresql":
            server = request.getfixturevalue("postgresql")
            environment.setenv("TEST_DATABASE_URL", server.render_as_string(hide_password=False))
        peer.prepare(crowd)
        yield peer


def test_peer_finds_the_eligible(peer, positions, exact):
    found = [set(peer.top(position, PEOPLE)) for position in positions]
    assert found == [set(each) for each in exact]
    assert any(found)


def test_peer_lists_no_more_than_asked(peer, positions, exact):
    position, eligible = max(zip(positions, exact, strict=True), key=lambda pair: len(pair[1]))
    best = peer.top(position, 3)
    assert len(best) == len(set(best)) == 3 < len(eligible)
    assert set(best) < set(eligible)
