"""The order of a list, and whom it shows."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from matcher import Candidate, HeldOccupation, MatcherError, Position, match, near_misses, rank
from matcher.weights import DEFAULT, Weights
from tests.matcher.examples import WORDS, candidate, matched, pool, position

BOTH = [{"code": "pph", "level": 4}, {"code": "emonc", "level": 4}]
NOTHING_ELSE = {"languages": [{"code": "fr", "cefr": "B2"}], "preferred_countries": [], "years_experience": 3}


def listed(*candidates, post=None, **options):
    return [m.candidate for m in rank(post or position(), pool(*candidates), **options).matches]


def test_the_verdict_comes_first():
    eligible = candidate("eligible", **NOTHING_ELSE, skills=None)
    to_confirm = candidate("to-confirm", modes=None)
    ineligible = candidate("ineligible", modes=["remote"])

    assert listed(ineligible, to_confirm, eligible) == ["eligible", "to-confirm", "ineligible"]


def test_whoever_shows_all_must_haves_stands_above_whatever_else_another_brings():
    all_shown = candidate("all", **NOTHING_ELSE, skills=BOTH)
    one_missing = candidate("one", skills=BOTH[:1], years_experience=40, licences=None, credential_level=1)
    post = position(licence_required=False)

    assert matched(post, one_missing).low > matched(post, all_shown).low
    assert listed(one_missing, all_shown, post=post) == ["all", "one"]


def test_then_by_how_much_of_them_is_shown_a_skill_in_part_counting_half():
    asked = [{"code": "pph", "min_level": 4}, {"code": "triage", "min_level": 4}, {"code": "tutoring"}]
    one = candidate("one", skills=[{"code": "pph", "level": 4}], **NOTHING_ELSE)
    two_halves = candidate("halves", skills=[{"code": "pph", "level": 1}, {"code": "triage", "level": 1}])
    half = candidate("half", skills=[{"code": "pph", "level": 3}])
    two = candidate("two", skills=[{"code": "tutoring"}, {"code": "pph", "level": 4}], **NOTHING_ELSE)

    order = listed(half, one, two_halves, two, post=position(required_skills=asked))

    assert order == ["two", "halves", "one", "half"]  # halves and one show as much; halves has more points


def test_then_by_points_low_before_high():
    post = Position(id="v", country="GN")
    known = Candidate(id="known", country_of_origin="GN", preferred_countries=())
    unknown = Candidate(id="unknown", preferred_countries=("SN",))
    neither = Candidate(id="neither", country_of_origin="SN", preferred_countries=())

    assert listed(neither, unknown, known, post=post) == ["known", "unknown", "neither"]


def test_between_equals_a_draw_by_position_decides():
    twins = [candidate(f"twin-{i}") for i in range(8)]

    orders = {tuple(listed(*twins, post=position(id=f"v{i}"))) for i in range(8)}

    assert len(orders) == 8


def test_near_misses_fail_exactly_one_gate_that_can_be_mended():
    one = candidate("one", modes=["remote"])
    two = candidate("two", modes=["remote"], max_weeks=1)
    final = candidate("final", occupations=[{"code": "2221"}])
    late = candidate("late", modes=["remote"], languages=[])
    people = pool(one, two, final, late, candidate("fits"))

    ranking = rank(position(), people)

    assert [m.candidate for m in near_misses(position(), people)] == ["one"]
    assert [m.candidate for m in ranking.near_misses] == ["one"]
    assert ranking.counts.to_json() == {"eligible": 1, "to_confirm": 0, "ineligible": 4, "near_miss": 1}
    assert near_misses(position(), people)[0].failing[0].fix.owner == "professional"


def test_limit_and_offset_cut_the_list():
    people = [candidate(f"p{i}", years_experience=10 - i) for i in range(4)]

    assert listed(*people, limit=2) == ["p0", "p1"]
    assert listed(*people, limit=2, offset=3) == ["p3"]
    assert listed(*people, limit=0) == []
    assert listed(*people, limit=None, offset=9) == []


INCLUDE = "must be one of all, eligible, ineligible, near_miss, to_confirm"


@pytest.mark.parametrize(
    ("options", "field", "rule"),
    [
        ({"limit": -1}, "limit", "must not be negative"),
        ({"offset": -1}, "offset", "must not be negative"),
        ({"include": "some"}, "include", INCLUDE),
        ({"include": "ALL"}, "include", INCLUDE),
        ({"include": None}, "include", INCLUDE),
    ],
)
def test_an_impossible_page_is_refused(options, field, rule):
    with pytest.raises(MatcherError) as refusal:
        rank(position(), pool(), **options)
    assert (refusal.value.field, refusal.value.rule) == (field, rule)


def test_nobody_is_a_ranking_too():
    assert rank(position(), pool()).matches == ()


def test_unknown_codes_are_refused():
    with pytest.raises(MatcherError, match="occupation: is not a code of the vocabulary"):
        rank(position(occupation="9999"), pool())
    with pytest.raises(MatcherError, match=r"skills\[0\].code: is not a code of the vocabulary"):
        pool(candidate(skills=[{"code": "juggling"}]))
    with pytest.raises(MatcherError, match="specialty: is not a specialty of the vocabulary"):
        rank(position(specialty="juggling"), pool())


def test_weights_are_checked():
    for maxima in ({**DEFAULT.maxima, "text": 500}, {**DEFAULT.maxima, "text": 1400, "occupation": 400}):
        with pytest.raises(ValueError, match="must"):
            Weights("bad", maxima)


SCRIPT = """
from matcher import rank
from tests.matcher.examples import candidate, pool, position
people = [candidate(f"p{i}", years_experience=i % 3, summary="Maternité") for i in range(12)]
print(rank(position(), pool(*people)).digest)
"""


def test_another_process_hash_seed_and_locale_give_the_same_bytes():
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "LC_ALL": locale,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in [("1", "C"), ("2", "C.UTF-8")]
    }

    assert len(digests) == 1


def test_kinds_between_possible_ones_are_not_possible():
    """People of one kind stand together; those between two possible kinds are passed over as well."""
    people = pool(*(Candidate(id=f"p{i}", occupations=held) for i, held in enumerate(KINDS)))
    for asked in (Position(id="v", occupation="2222"), Position(id="v", specialty="paediatrics")):
        ranking = rank(asked, people, limit=None)
        judged = [match(asked, people.get(each.candidate), vocabulary=WORDS) for each in ranking.matches]
        assert list(ranking.matches) == sorted(judged, key=lambda each: each.order)
        verdicts = Counter(each.verdict.value for each in judged)
        assert ranking.counts.to_confirm == verdicts["to_confirm"]
        assert ranking.counts.near_miss == sum(each.is_near_miss for each in judged)


KINDS = [
    (HeldOccupation("2222"),),
    *[
        (HeldOccupation(code, None, specialty),)
        for code in ("2211", "2221", "3221")
        for specialty in (None, "cardiology")
    ],
    None,
    (),
    (HeldOccupation("2212", None, "paediatrics"),),
]
