"""What would change this: which acts are named, and that every gate that can be mended has one."""

import json

import pytest
from hypothesis import given, settings

from matcher import Action, Candidate, Fix, Position, State, match, what_would_change
from matcher.coding import Coder
from matcher.gates.languages import levels_of, steps_above
from matcher.query import Query
from tests.matcher.examples import WORDS, candidate, gate, pool, position
from tests.matcher.strategies import cases

FAR = {State.MET: 0, State.UNKNOWN: 1, State.NOT_MET: 2}


def changes(person, post=None, people=None):
    return what_would_change(post or position(), person, people, vocabulary=WORDS)


@pytest.mark.parametrize(
    ("has", "action", "values", "verdict"),
    [
        ({"availability": []}, Action.ADD_DATES, {"from": "2027-01-04", "to": "2027-02-14"}, "eligible"),
        ({"availability": None}, Action.STATE_DATES, {"from": "2027-01-04", "to": "2027-01-31"}, "eligible"),
        (
            {"availability": [{"to": "2027-06-30"}]},
            Action.STATE_DATES,
            {"from": "2027-01-04", "to": "2027-01-31"},
            "eligible",
        ),
        ({"modes": None}, Action.STATE_MODE, {"mode": "temporary"}, "eligible"),
        ({"modes": ["remote"]}, Action.ACCEPT_MODE, {"mode": "temporary"}, "eligible"),
        ({"max_weeks": 2}, Action.STAY_LONGER, {"weeks": 4}, "eligible"),
        ({"max_weeks": None}, Action.STATE_WEEKS, {"weeks": 4}, "eligible"),
        ({"may_reenter_until": "2027-01-20"}, Action.EXTEND_REENTRY, {"until": "2027-01-31"}, "eligible"),
        ({"may_reenter_until": None}, Action.STATE_REENTRY, {"until": "2027-01-31"}, "eligible"),
        ({"years_experience": None}, Action.STATE_EXPERIENCE, {"years": 3}, "eligible"),
        (
            {"occupations": None, "years_experience": None},
            Action.STATE_OCCUPATION,
            {"code": "2222", "specialty": None, "years": 3},
            "eligible",
        ),
        (
            {"languages": [{"code": "fr", "cefr": "B1"}]},
            Action.RAISE_LANGUAGE,
            {"language": "fr", "cefr": "B2"},
            "eligible",
        ),
        (
            {"languages": [{"code": "fr"}]},
            Action.STATE_LANGUAGES,
            {"languages": [{"code": "fr", "cefr": "B2"}]},
            "eligible",
        ),
        (
            {"languages": None},
            Action.STATE_LANGUAGES,
            {"languages": [{"code": "fr", "cefr": "B2"}]},
            "eligible",
        ),
        ({"skills": None}, Action.ADD_SKILL, {"code": "pph", "phrase": None, "level": 2}, "eligible"),
        (
            {"skills": [{"code": "pph", "level": 1}]},
            Action.RAISE_SKILL,
            {"code": "pph", "phrase": None, "level": 2},
            "eligible",
        ),
        ({"licences": None}, Action.STATE_LICENCE, {"valid_until": "2027-01-04"}, "eligible"),
        ({"licences": []}, Action.OBTAIN_LICENCE, {"valid_until": "2027-01-04"}, "eligible"),
        (
            {"licences": [{"country": "FR", "status": "unknown"}]},
            Action.STATE_LICENCE_ACTIVE,
            {"country": "FR", "regulator": None},
            "eligible",
        ),
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


def test_specialty_is_stated_within_the_occupation_that_leaves_it_open():
    person = candidate(occupations=[{"code": "3221"}, {"code": "2212"}])

    (found,) = [
        change
        for change in changes(person, position(occupation="2211", specialty="paediatrics"))
        if change.action is Action.STATE_SPECIALTY
    ]

    assert found.values == {"code": "paediatrics"}
    assert found.match.verdict == "eligible"


def test_what_two_answers_would_settle_is_one_act():
    post = position(
        languages=[{"code": "fr", "min_cefr": "B2"}, {"code": "en", "min_cefr": "B1"}, {"code": "wo"}],
        required_skills=[{"code": code, "indispensable": True} for code in ("pph", "emonc")],
    )
    person = candidate(languages=[{"code": "fr"}, {"code": "en"}, {"code": "wo"}], skills=[])

    found = {change.action: change.values for change in changes(person, post)}

    assert found[Action.STATE_LANGUAGES] == {
        "languages": [{"code": "fr", "cefr": "B2"}, {"code": "en", "cefr": "B1"}]
    }
    assert [each["code"] for each in found[Action.ADD_SKILLS]["skills"]] == ["pph", "emonc"]


def test_post_without_dates_takes_only_a_right_to_return_that_never_ends():
    post = position(earliest_start=None, latest_start=None)

    unknown, limited = (changes(candidate(may_reenter_until=day), post) for day in (None, "2030-01-01"))

    assert [change.values for change in unknown if change.action is Action.STATE_REENTRY] == [
        {"until": "unlimited"}
    ]
    assert not {"state_reentry", "extend_reentry"} & {change.action for change in limited}


def test_stating_what_could_only_do_harm_is_not_advised():
    """A midwife of one year in all is too new for the post; saying what she is makes her ineligible."""
    found = changes(candidate(occupations=None, years_experience=1))

    assert Action.STATE_OCCUPATION not in {change.action for change in found}


@pytest.mark.parametrize("asks", [False, None])
@pytest.mark.parametrize(
    ("status", "act"), [("active", Action.VERIFY_LICENCE), ("expired", Action.RENEW_LICENCE)]
)
def test_post_without_a_licence_advises_nothing_about_one(asks, status, act):
    person = candidate(licences=[{"country": "FR", "status": status}])
    without = changes(person, position(licence_required=asks))

    assert act in {change.action for change in changes(person)}
    assert act not in {change.action for change in without}


@settings(max_examples=100, deadline=None)
@given(cases(most=3))
def test_every_gate_that_can_be_mended_has_an_act_that_mends_it(case):
    members, post = case
    asked = Query(Position.from_json(post), WORDS).position
    for member in members:
        person = Coder(WORDS).candidate(Candidate.from_json(member))
        found = what_would_change(asked, person, vocabulary=WORDS)
        for each in match(asked, person, vocabulary=WORDS).gates:
            if each.fix and not needs_more_than_one_act(each.fix, asked, person):
                reached = [gate(change.match, each.name).state for change in found]
                assert State.MET in reached, each


@settings(max_examples=100, deadline=None)
@given(cases(most=3))
def test_every_act_named_helps_and_harms_nothing_and_best_comes_first(case):
    members, post = case
    asked = Position.from_json(post)
    for member in members:
        person = Candidate.from_json(member)
        before = match(asked, person, vocabulary=WORDS)

        found = what_would_change(asked, person, vocabulary=WORDS)

        for change in found:
            assert change.gain == change.match.low - before.low >= 0
            pairs = zip(change.match.gates, before.gates, strict=True)
            moves = [FAR[new.state] - FAR[old.state] for new, old in pairs]
            assert max(moves) <= 0
            assert min(moves) < 0 or change.match.order < before.order
        assert [change.match.order for change in found] == sorted(change.match.order for change in found)
        json.dumps([change.to_json() for change in found])


JUDGED = {Fix.JUDGE_OCCUPATION, Fix.JUDGE_SPECIALTY}
STATED_WITH_THE_OCCUPATION = {Fix.STATE_OCCUPATION, Fix.STATE_SPECIALTY, Fix.STATE_EXPERIENCE}


def needs_more_than_one_act(fix, post, person):
    """Say whether no single act of this person settles a gate: the list of docs/matching.md."""
    if fix in JUDGED:
        return True
    if fix in STATED_WITH_THE_OCCUPATION and person.occupations is None and is_too_new(post, person):
        return True
    if fix is Fix.STATE_SPECIALTY and post.occupation is None:
        return not any(held.code and not held.specialty for held in person.occupations or ())
    if fix is Fix.STATE_REENTRY:
        return person.may_reenter_until is not None
    return fix is Fix.REACH_LANGUAGE_LEVEL and is_beyond_study(post, person)


def is_too_new(post, person):
    return person.years_experience is not None and person.years_experience < (post.min_years_experience or 0)


def is_beyond_study(post, person):
    """Say whether a first language is missing, or another language's level is not known either."""
    levels = levels_of(person.languages)
    steps = {each: steps_above(each, levels) for each in post.languages if each.is_required}
    below = [each for each, margin in steps.items() if margin is not None and margin < 0]
    return None in steps.values() or any(each.min_cefr == "native" for each in below)


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
