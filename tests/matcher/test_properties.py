"""What holds for every person and every position."""

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import (
    DEFAULT,
    AskedSkill,
    Candidate,
    HeldSkill,
    Pool,
    Position,
    Ranking,
    match,
    rank,
    rank_positions,
)
from matcher.types.match import State
from matcher.weights import ALL_POINTS
from tests.matcher.small_vocabulary import SmallVocabulary
from tests.matcher.strategies import cases, people, posts

WORDS = SmallVocabulary()
FIELDS = sorted(Candidate(id="x").to_json().keys() - {"id", "language", "qualifications"})

quick = settings(max_examples=40, deadline=None)


def read(members):
    return [Candidate.from_json(member) for member in members]


@quick
@given(cases(), st.randoms(use_true_random=False))
def test_a_ranking_does_not_depend_on_the_order_of_input(case, random):
    members, post = case
    position, shuffled = Position.from_json(post), random.sample(members, len(members))

    rankings = [rank(position, Pool.from_candidates(read(m), WORDS), limit=None) for m in (members, shuffled)]

    assert rankings[0].digest == rankings[1].digest


@quick
@given(cases())
def test_a_match_does_not_depend_on_who_else_is_there(case):
    members, post = case
    position, candidates = Position.from_json(post), read(members)

    ranking = rank(position, Pool.from_candidates(candidates, WORDS), limit=None)

    alone = {c.id: match(position, c, vocabulary=WORDS) for c in candidates}
    assert {m.candidate: m for m in ranking.matches} == alone


@quick
@given(cases())
def test_the_parts_add_up_and_stay_within_their_bounds(case):
    members, post = case

    for candidate in read(members):
        found = match(Position.from_json(post), candidate, vocabulary=WORDS)
        for each in found.criteria:
            assert 0 <= each.low <= each.high <= each.maximum == DEFAULT.maxima[each.name]
        assert found.low == sum(each.low for each in found.criteria)
        assert found.high == sum(each.high for each in found.criteria) <= found.attainable <= ALL_POINTS
        data = found.to_json()
        assert round(sum(each["points"][0] for each in data["criteria"]), 2) == data["score"][0]


@quick
@given(cases(most=2), st.sampled_from(FIELDS))
def test_leaving_a_field_out_never_wins_a_point_or_a_gate(case, field):
    members, post = case
    position = Position.from_json(post)
    stated = match(position, Candidate.from_json(members[0]), vocabulary=WORDS)

    silent = match(position, Candidate.from_json({**members[0], field: None}), vocabulary=WORDS)

    for with_it, without in zip(stated.criteria, silent.criteria, strict=True):
        if (field, without.name) != ("years_experience", "experience"):  # then the occupations' years count
            assert without.low <= with_it.low
    met = {gate.name for gate in stated.gates if gate.state is State.MET}
    if field != "years_experience":
        assert {gate.name for gate in silent.gates if gate.state is State.MET} <= met


@quick
@given(cases())
def test_an_empty_profile_stands_below_whoever_of_its_verdict_says_something_relevant(case):
    members, post = case
    candidates = [Candidate(id="empty"), *read(members)]

    matches = rank(Position.from_json(post), Pool.from_candidates(candidates, WORDS), limit=None).matches

    place = next(i for i, m in enumerate(matches) if m.candidate == "empty")
    assert matches[place].low == 0
    assert not any(m.is_relevant and m.verdict is matches[place].verdict for m in matches[place + 1 :])


@quick
@given(cases())
def test_nothing_pays_for_a_missing_must_have(case):
    members, post = case

    matches = rank(Position.from_json(post), Pool.from_candidates(read(members), WORDS), limit=None).matches

    for above, below in pairwise(matches):
        if above.verdict is below.verdict:
            assert above.must_have_skills.halves >= below.must_have_skills.halves
            assert above.must_have_skills.are_all_shown >= below.must_have_skills.are_all_shown


@quick
@given(cases())
def test_a_ranking_survives_json(case):
    members, post = case
    ranking = rank(Position.from_json(post), Pool.from_candidates(read(members), WORDS), limit=None)

    again = Ranking.from_json(json.loads(json.dumps(ranking.to_json())))

    assert again == ranking
    assert again.digest == ranking.digest


@quick
@given(people, posts())
def test_people_and_positions_survive_json(person, post):
    candidate, position = Candidate.from_json({"id": "p", **person}), Position.from_json(post)

    assert Candidate.from_json(json.loads(json.dumps(candidate.to_json()))) == candidate
    assert Position.from_json(json.loads(json.dumps(position.to_json()))) == position


@quick
@given(people, st.lists(posts(), max_size=4))
def test_positions_for_a_person_are_judged_like_people_for_a_position(person, asked):
    candidate = Candidate.from_json({"id": "p", **person})
    positions = [Position.from_json({**post, "id": f"v{i}"}) for i, post in enumerate(asked)]

    found = rank_positions(candidate, positions, limit=None, vocabulary=WORDS)

    assert sorted(found, key=lambda m: m.order_for_person) == list(found)
    assert {m.position: m for m in found} == {p.id: match(p, candidate, vocabulary=WORDS) for p in positions}


def test_positions_that_ask_for_more_do_not_stand_first_for_that():
    """Two of two must-have skills are worth as much as one of one; then the share of the points decides."""
    person = Candidate(id="p", skills=(HeldSkill("pph"), HeldSkill("triage")), preferred_countries=("GN",))
    wishes = {
        "one": Position(id="one", required_skills=(AskedSkill("pph"),)),
        "two": Position(id="two", required_skills=(AskedSkill("pph"), AskedSkill("triage"))),
        "half": Position(id="half", required_skills=(AskedSkill("pph"), AskedSkill("emonc"))),
        "elsewhere": Position(id="elsewhere", required_skills=(AskedSkill("pph"),), country="SN"),
    }

    found = [m.position for m in rank_positions(person, wishes.values(), vocabulary=WORDS)]

    assert set(found[:2]) == {"one", "two"}
    assert found[2:] == ["elsewhere", "half"]
