"""What the bench reckons from its times."""

import pytest

from bench.contest import Contest, Prepared, medians, p95, recall, spread
from bench.population import World
from bench.ranking_peers import OURS, make
from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.floor import gate_bytes
from bench.ranking_peers.peer import Peer
from bench.ranking_report import between_markers
from matcher import Vocabulary


class Fixed(Peer):
    name = does = "fixed"

    def __init__(self, lists):
        self.lists = lists
        self.asked = []

    def prepare(self, crowd):
        pass

    def top(self, position, limit=50):
        self.asked.append(position)
        return self.lists[position][:limit]


def test_medians_are_of_each_position():
    assert medians({0: [9, 1, 2], 7: [4]}) == {0: 2, 7: 4}


@pytest.mark.parametrize(
    ("values", "expected"), [([1], 1), ([2, 1], 2), (list(range(1, 21)), 19), (list(range(40, 0, -1)), 38)]
)
def test_one_in_twenty_is_above_p95(values, expected):
    assert p95(values) == expected


def test_recall_leaves_out_positions_that_nobody_may_fill():
    assert recall({0: ["a"], 1: ["x"], 2: []}, {0: ["b", "a"], 1: [], 2: ["c"]}) == 0.25
    assert recall({0: []}, {0: []}) is None


def test_recall_asks_only_what_the_peer_was_asked():
    assert recall({1: ["a"]}, {0: ["b"], 1: ["a"]}) == 1


@pytest.mark.parametrize(("count", "wanted"), [(10, 3), (7, 7), (5, 9), (1000, 5)])
def test_sample_is_spread_and_repeats_nothing(count, wanted):
    chosen = list(spread(count, wanted))
    assert len(set(chosen)) == len(chosen) == min(count, wanted)
    assert chosen[0] == 0
    assert max(chosen) < count


def test_peers_are_asked_in_turns_and_compared_on_the_same_positions():
    lists = {"v0": ["a", "b"], "v1": ["c"], "v2": []}
    ours, other = Fixed(lists), Fixed({**lists, "v0": ["a", "x"]})
    peers = {OURS: Prepared(ours, 1), "other": Prepared(other, 2)}
    contest = Contest(peers, list(lists), repeats=3, seconds=60)
    contest.run()
    figures = contest.figures(people=100)
    assert [each.positions for each in figures] == [3, 3]
    assert [each.recall for each in figures] == [1, 0.75]
    assert [each.agreement for each in figures] == [1, 0.5]
    assert figures[0].ratio_of_medians == figures[0].ratio_of_means == 1
    assert len(contest.first_pass) == 3
    assert all(len(times) == 3 for times in contest.times["other"].values())


def test_floor_reads_thirteen_bytes_of_everybody_and_four_a_stretch():
    assert gate_bytes(people=1_000, stretches=1_500) == 13_000 + 6_000


def test_floor_lists_nobody():
    vocabulary = Vocabulary.load()
    floor = make("floor")
    floor.prepare(Crowd(list(World(vocabulary).people(20)), vocabulary))
    assert floor.top(next(World(vocabulary).positions(1)), 50) == []
    assert floor.size >= 20 * 13


def test_table_replaces_only_what_stands_between_its_markers():
    page = between_markers("# Page\n\nWords of people.\n", "a", "first")
    page = between_markers(page, "b", "other")
    page = between_markers(page, "a", r"second \1")
    assert "first" not in page
    assert page.count("<!-- a -->") == page.count("<!-- end of a -->") == 1
    assert r"second \1" in page
    assert "Words of people." in page
    assert "other" in page
