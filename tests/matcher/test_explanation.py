import json

import pytest

from matcher import Ground, compare, explain, skills_at_a_glance
from tests.matcher.examples import candidate, matched, position


def test_missing_and_unknown_come_first():
    person = candidate(modes=None, max_weeks=1, skills=[{"code": "pph", "level": 2}])

    reasons = explain(matched(None, person))

    assert [reason.about.name for reason in reasons[:3]] == ["duration", "mode", "required_skills"]
    assert all(reason.about.is_asked for reason in reasons)
    assert reasons[2].missing == 3000 - reasons[2].about.low
    json.dumps([reason.to_json() for reason in reasons])


def test_skills_at_a_glance():
    person = candidate(skills=[{"code": "pph", "level": 1}, {"code": "tutoring"}])
    post = position(
        required_skills=[{"code": "pph", "min_level": 2}, {"code": "tutoring"}],
        desirable_skills=[{"phrase": "knitting"}],
    )

    skills = skills_at_a_glance(matched(post, person))

    assert [skill["code"] for skill in skills.have] == ["tutoring"]
    assert [(skill["code"], skill["basis"], skill["level"]) for skill in skills.partly] == [
        ("pph", "below", 1)
    ]
    assert [skill["phrase"] for skill in skills.to_ask] == ["knitting"]


@pytest.mark.parametrize(
    ("above", "below", "ground"),
    [
        ({}, {"modes": None}, Ground.VERDICT),
        ({}, {"skills": None}, Ground.MUST_HAVE_SKILLS),
        ({}, {"years_experience": 5}, Ground.POINTS),
        ({"preferred_countries": None}, {"preferred_countries": ["SN"]}, Ground.POSSIBLE_POINTS),
        ({}, {}, Ground.DRAW),
    ],
)
def test_compare_names_what_decides(above, below, ground):
    first, second = matched(None, candidate("a", **above)), matched(None, candidate("b", **below))

    found = compare(second, first)

    assert found.ground is ground
    assert {found.above.candidate, found.below.candidate} == {"a", "b"}
    if ground is not Ground.DRAW:
        assert found.above.candidate == "a"
    assert sum(difference.gain for difference in found.differences) == found.above.low - found.below.low


def test_compare_shows_gates_that_differ_and_the_greatest_difference_first():
    found = compare(matched(None, candidate("a")), matched(None, candidate("b", modes=None, skills=[])))

    assert [(mine.name, other.state) for mine, other in found.gates] == [("mode", "unknown")]
    assert found.differences[0].name == "required_skills"


def test_matches_for_different_positions_cannot_be_compared():
    with pytest.raises(ValueError, match="one position"):
        compare(matched(position(id="v1")), matched(position(id="v2")))
