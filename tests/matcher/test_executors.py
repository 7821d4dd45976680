"""A pool in parts, in processes and in a cluster gives exactly the list of the whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.population import World
from matcher import Candidate, Pool, Position, Vocabulary, rank
from matcher.errors import UnknownCodeError
from matcher.executors import ProcessExecutor, SerialExecutor
from matcher.executors.ray import RayExecutor
from matcher.partition import part_of
from matcher.snapshot import save_pool
from tests.matcher.examples import WORDS
from tests.matcher.strategies import people, posts

PEOPLE, POSITIONS, LISTED = 600, 30, 20


def ranked(pool, position, k):
    ranking = rank(position, pool, limit=k)
    people = [(match.candidate, match.verdict.place, match.score) for match in ranking.matches]
    return position.id, ranking.counts.eligible, ranking.counts.to_confirm, ranking.counts.total, people


def shown(shortlist):
    people = [(entry.candidate, entry.verdict, entry.score) for entry in shortlist.entries]
    return (*shortlist[:4], people)


@settings(max_examples=40, deadline=None)
@given(members=st.lists(people, max_size=12), post=posts(), parts=st.integers(1, 4), k=st.integers(0, 13))
def test_parts_merge_to_the_list_of_the_whole(members, post, parts, k):
    candidates = [Candidate.from_json({"id": f"p{i}", **person}) for i, person in enumerate(members)]
    whole, position = Pool.from_candidates(candidates, WORDS), Position.from_json(post)

    executor = SerialExecutor([part_of(whole, number, parts) for number in range(parts)])

    (shortlist,) = executor.shortlists([position], k)
    assert shown(shortlist) == ranked(whole, position, k)


@settings(max_examples=40, deadline=None)
@given(
    members=st.lists(people, min_size=1, max_size=12),
    changes=st.lists(st.tuples(st.integers(0, 15), st.none() | people), max_size=8),
    post=posts(),
    parts=st.integers(1, 4),
)
def test_parts_of_a_changed_pool_are_those_of_one_built_anew(members, changes, post, parts):
    everybody = {f"p{i}": {"id": f"p{i}", **person} for i, person in enumerate(members)}
    changed = Pool.from_candidates(map(Candidate.from_json, everybody.values()), WORDS)
    for i, person in changes:
        identity = f"p{i}"
        if person is not None:
            everybody[identity] = {"id": identity, **person}
            changed = changed.replace(Candidate.from_json(everybody[identity]))
        elif everybody.pop(identity, None):
            changed = changed.remove(identity)
        assert len(changed.people) == len(everybody)
    anew = Pool.from_candidates(map(Candidate.from_json, everybody.values()), WORDS)

    taken = [part_of(changed, number, parts) for number in range(parts)]

    assert {each.id: each for part in taken for each in part} == {each.id: each for each in anew}
    assert sum(map(len, taken)) == len(anew)
    (shortlist,) = SerialExecutor(taken).shortlists([Position.from_json(post)], LISTED)
    assert shown(shortlist) == ranked(anew, Position.from_json(post), LISTED)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Give a file of people, the positions, and the lists of the whole pool."""
    world = World(Vocabulary.load())
    pool = Pool.from_candidates(world.people(PEOPLE), world.vocabulary)
    file = tmp_path_factory.mktemp("pool") / "people"
    save_pool(pool, file)
    positions = list(world.positions(POSITIONS))
    return file, positions, [ranked(pool, position, LISTED) for position in positions]


@pytest.mark.parametrize("make", [ProcessExecutor, RayExecutor])
def test_processes_and_actors_give_the_same_lists(crowd, make):
    file, positions, lists = crowd
    executor = make(file, 2)
    try:
        assert [shown(shortlist) for shortlist in executor.shortlists(positions, LISTED)] == lists
        assert executor.shortlists([], LISTED) == []
        with pytest.raises(UnknownCodeError):
            executor.shortlists([Position(id="v", occupation="zz")])
        assert [shown(shortlist) for shortlist in executor.shortlists(positions[:1], LISTED)] == lists[:1]
    finally:
        executor.close()
