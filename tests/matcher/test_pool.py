import sys
import threading

import pytest

from matcher import AskedSkill, Pool, Position, rank
from matcher.columns import Sheet
from matcher.errors import DuplicateCandidateError, UnknownCandidateError
from matcher.pool import PoolBuilder
from tests.matcher.examples import WORDS, candidate, pool, position


def order(people):
    return [(m.candidate, m.verdict.value) for m in rank(position(), people).matches]


def test_a_pool_knows_its_people():
    people = pool(candidate("a"), candidate("b"))

    assert (len(people), "a" in people, "z" in people) == (2, True, False)
    assert people.get("b").id == "b"
    assert {person.id for person in people} == {"a", "b"}
    with pytest.raises(UnknownCandidateError):
        people.get("z")


def test_nobody_is_there_twice():
    with pytest.raises(DuplicateCandidateError, match="'a' is there already"):
        pool(candidate("a"), candidate("a"))


@pytest.mark.parametrize("identities", [["b", "a"], ["c", "d", "c"]])
def test_a_sheet_with_somebody_twice_is_refused_whole_and_names_them(identities):
    builder = PoolBuilder(WORDS)
    builder.add(candidate("a"))
    with pytest.raises(DuplicateCandidateError, match=f"{identities[-1]!r} is there already"):
        builder.add_sheet(Sheet.of([candidate(identity) for identity in identities]))
    builder.add_sheet(Sheet.of([candidate("b"), candidate("c")]))
    assert {person.id for person in builder.build()} == {"a", "b", "c"}


def test_a_changed_pool_is_a_new_one_equal_to_one_built_from_scratch():
    a, b, c = candidate("a"), candidate("b", modes=["remote"]), candidate("c", max_weeks=None)
    before = pool(a, b, c)

    changed = before.replace(candidate("b")).remove("a").replace(candidate("d", years_experience=20))

    assert order(before) == order(pool(a, b, c))
    assert order(changed) == order(pool(c, candidate("d", years_experience=20), candidate("b")))
    assert len(changed) == 3


def test_the_last_one_can_leave():
    assert order(pool(candidate("a")).remove("a")) == []
    assert order(pool(candidate("a"), candidate("b")).remove("b")) == [("a", "eligible")]
    with pytest.raises(UnknownCandidateError):
        pool().remove("a")


def test_typed_words_become_codes_once():
    people = pool(
        candidate("a", occupations=[{"title": "sage-femme"}], skills=[{"phrase": "HPP, SONU; knitting"}])
    )

    assert people.get("a").occupations[0].code == "2222"
    assert [(s.code, s.phrase) for s in people.get("a").skills] == [
        (None, "HPP"), ("emonc", "SONU"), (None, "knitting")
    ]  # fmt: skip


def test_readers_keep_a_whole_picture_while_a_writer_changes_people():
    shared = {"pool": Pool.from_candidates([candidate(f"p{i}") for i in range(50)], WORDS)}
    stop, wrong = threading.Event(), []

    def read():
        while not stop.is_set():
            people = shared["pool"]
            counts = rank(position(), people, limit=3).counts
            if counts.total != len(people):
                wrong.append(counts)

    readers = [threading.Thread(target=read) for _ in range(2)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for reader in readers:
            reader.start()
        for i in range(150):
            shared["pool"] = shared["pool"].replace(candidate(f"p{i}", years_experience=i % 40))
            shared["pool"] = shared["pool"].remove(f"p{i}")
    finally:
        stop.set()
        sys.setswitchinterval(interval)
        for reader in readers:
            reader.join()

    assert not wrong


def test_columns_can_be_made_before_anybody_asks():
    people = pool(candidate("a"), candidate("b", summary="Wound care"))
    (segment,) = people.segments

    people.prepare()

    made = set(vars(segment.index))
    rank(Position(id="v1", licence_required=True, required_skills=(AskedSkill(phrase="wound care"),)), people)
    assert "a" in people
    assert set(vars(segment.index)) == made


def test_many_changes_leave_few_segments():
    people = pool(*(candidate(f"p{i}") for i in range(100)))
    for i in range(150):
        people = people.replace(candidate(f"p{i}", years_experience=i % 9))
        assert len(people.segments) <= 4
    assert len(people) == 150
    assert {people.get(f"p{i}").years_experience for i in range(150)} == set(range(9))
    assert order(people) == order(pool(*people))
