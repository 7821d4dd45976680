from hypothesis import given, settings

from matcher import DEFAULT, Candidate, Pool, Position, match, rank
from tests.matcher import oracle
from tests.matcher.small_vocabulary import SmallVocabulary
from tests.matcher.strategies import cases, skill_cases

WORDS = SmallVocabulary()


def read(people):
    return Pool.from_candidates([Candidate.from_json(person) for person in people], WORDS)


@settings(max_examples=80, deadline=None)
@given(cases() | skill_cases())
def test_verdicts_points_and_order_are_the_oracle_s(case):
    people, post = case
    ranking = rank(Position.from_json(post), read(people), limit=None)

    found = [
        (m.candidate, m.verdict.value, (s.shown, s.partly, s.to_ask), m.low, m.high)
        for m in ranking.matches
        for s in [m.must_have_skills]
    ]
    assert found == oracle.rank(people, post, WORDS, DEFAULT.maxima)


@settings(max_examples=80, deadline=None)
@given(cases())
def test_every_gate_and_every_criterion_is_the_oracle_s(case):
    people, post = case
    person = people[0]

    found = match(Position.from_json(post), Candidate.from_json(person), vocabulary=WORDS)

    *_, gates, parts = oracle.judge(person, post, WORDS, DEFAULT.maxima)
    assert {g.name: g.state.value if g.is_asked else None for g in found.gates} == gates
    assert {c.name: (c.low, c.high) for c in found.criteria} == parts


@settings(max_examples=40, deadline=None)
@given(cases())
def test_pages_and_counts_are_cut_from_the_whole_list(case):
    people, post = case
    pool, position = read(people), Position.from_json(post)
    whole = rank(position, pool, limit=None)

    pages = [rank(position, pool, limit=2, offset=start).matches for start in range(0, len(people), 2)]
    assert [m for page in pages for m in page] == list(whole.matches)
    for include in ("eligible", "to_confirm", "ineligible"):
        part = rank(position, pool, limit=None, include=include)
        assert part.matches == tuple(m for m in whole.matches if m.verdict == include)
        assert getattr(part.counts, include) == len(part.matches)
    near = rank(position, pool, limit=None, include="near_miss")
    assert near.matches == whole.near_misses
    assert near.counts.near_miss == len(near.matches)
    assert whole.counts.total == len(people)
