import json

import pytest

from matcher import Ground, compare, explain, skills_at_a_glance, what_would_change
from matcher.counterfactuals import Action
from tests.matcher.examples import WORDS, candidate, matched, pool, position


def met(found):
    return sum(gate.state == "met" for gate in found.gates)


def changes(person, post=None, people=None):
    return what_would_change(post or position(), person, people, vocabulary=WORDS)


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


@pytest.mark.parametrize(
    ("has", "action", "values", "verdict"),
    [
        ({"availability": []}, Action.ADD_DATES, {"from": "2027-01-04", "to": "2027-02-14"}, "eligible"),
        ({"availability": None}, Action.ADD_DATES, {"from": "2027-01-04", "to": "2027-02-14"}, "eligible"),
        ({"modes": ["remote"]}, Action.ACCEPT_MODE, {"mode": "temporary"}, "eligible"),
        ({"max_weeks": 2}, Action.STAY_LONGER, {"weeks": 4}, "eligible"),
        (
            {"languages": [{"code": "fr", "cefr": "B1"}]},
            Action.RAISE_LANGUAGE,
            {"language": "fr", "cefr": "B2"},
            "eligible",
        ),
        (
            {"languages": [{"code": "fr"}]},
            Action.RAISE_LANGUAGE,
            {"language": "fr", "cefr": "B2"},
            "eligible",
        ),
        ({"skills": None}, Action.ADD_SKILL, {"code": "pph", "phrase": None, "level": 2}, "eligible"),
        (
            {"licences": [{"country": "FR", "status": "expired"}]},
            Action.RENEW_LICENCE,
            {"country": "FR", "regulator": None},
            "eligible",
        ),
        (
            {"licences": [{"country": "FR", "status": "active"}]},
            Action.VERIFY_LICENCE,
            {"country": "FR", "regulator": None},
            "eligible",
        ),
    ],
)
def test_one_act_that_would_change_the_match(has, action, values, verdict):
    found = [change for change in changes(candidate(**has)) if change.action is action]

    assert found[0].values == values
    assert found[0].match.verdict == verdict
    json.dumps(found[0].to_json())


@pytest.mark.parametrize("asks", [False, None])
@pytest.mark.parametrize(
    ("status", "act"), [("active", Action.VERIFY_LICENCE), ("expired", Action.RENEW_LICENCE)]
)
def test_post_without_a_licence_advises_nothing_about_one(asks, status, act):
    person = candidate(licences=[{"country": "FR", "status": status}])
    without = changes(person, position(licence_required=asks))

    assert act in {change.action for change in changes(person)}
    assert act not in {change.action for change in without}


def test_every_act_named_brings_the_person_forward_and_best_comes_first():
    person = candidate(skills=None, modes=None, availability=[], licences=[])
    before = matched(None, person)

    found = changes(person)

    assert found
    assert all(change.match.order < before.order or met(change.match) > met(before) for change in found)
    assert [change.match.order for change in found] == sorted(change.match.order for change in found)


def test_the_new_place_is_told_among_the_others():
    others = [candidate("first", years_experience=20), candidate("last", years_experience=3)]
    person = candidate("me", modes=["remote"])

    found = changes(person, people=pool(*others, person))

    assert [(change.action, change.rank) for change in found if change.action is Action.ACCEPT_MODE] == [
        (Action.ACCEPT_MODE, 2)
    ]


def test_nobody_is_told_to_change_what_they_are():
    found = changes(candidate(occupations=[{"code": "2221"}], country_of_origin="SN", years_experience=1))

    assert not any("occupation" in change.values or "country_of_origin" in change.values for change in found)
    assert all(change.match.verdict == "ineligible" for change in found)
