"""Every code of the engine has words, in every language, for both readers."""

import json
from datetime import date

import pytest
from flask_babel import force_locale

from matcher import Action, Candidate, Evidence, Fix, Position, match, what_would_change
from matcher.criteria import CRITERIA
from matcher.gates import GATES
from web.i18n import LANGUAGES
from web.models.claims import Difference
from web.models.document import DocumentAnswer, DocumentFault
from web.models.placement import ChoiceReason, DeclineReason, NotSelectedReason, PlacementStatus
from web.presenters import case_words, cases
from web.presenters.differences import difference_label, difference_words
from web.presenters.document_answers import answer_words, fault_label, fault_words
from web.presenters.matches import present_change, present_match
from web.presenters.obstacles import obstacle_words
from web.presenters.wording import changes, evidence, fixes, gates
from web.services.placements.errors import Obstacle

POST = {
    "id": "9",
    "title": "Sage-femme",
    "occupation": "2222",
    "country": "GN",
    "mode": "temporary",
    "earliest_start": "2027-01-12",
    "latest_start": "2027-02-12",
    "duration_weeks": 12,
    "min_years_experience": 3,
    "licence_required": True,
    "languages": [{"code": "fr", "min_cefr": "B2"}],
    "required_skills": [{"phrase": "neonatal resuscitation", "min_level": 2, "indispensable": True}],
    "desirable_skills": [{"phrase": "obstetric ultrasound", "min_level": 2}],
    "teaching": True,
    "description": "Labour ward with a training school",
}
EMPTY = {"id": "1"}
RICH = {
    "id": "2",
    "occupations": [{"code": "2222", "title": "Midwife", "years": 11}],
    "skills": [{"phrase": "neonatal resuscitation", "level": 4}],
    "languages": [{"code": "fr", "cefr": "C1"}],
    "licences": [{"country": "FR", "regulator": "Ordre", "status": "active", "verified": False}],
    "availability": [{"from": "2027-01-01", "to": None}],
    "modes": ["temporary"],
    "max_weeks": 12,
    "preferred_countries": ["GN"],
    "country_of_origin": "GN",
    "residence_country": "FR",
    "may_reenter_until": "2028-01-01",
    "years_experience": 11,
    "credential_level": 2,
    "summary": "Labour ward, training of students",
}
POOR = {
    "id": "3",
    "occupations": [{"code": "2211", "title": "Doctor"}],
    "skills": [],
    "languages": [{"code": "en", "cefr": "A2"}, {"code": "fr"}],
    "licences": [],
    "availability": [],
    "modes": [],
    "max_weeks": 2,
    "preferred_countries": ["SN"],
    "country_of_origin": "SN",
    "residence_country": "GB",
    "may_reenter_until": "2027-02-01",
    "years_experience": 1,
}
ODD = {
    "id": "4",
    "occupations": [{"title": "something else"}],
    "licences": [{"country": "GN", "status": "suspended", "verified": True, "valid_until": "2020-01-01"}],
    "languages": [],
    "modes": ["remote", "permanent"],
    "residence_country": "GN",
    "may_reenter_until": "unlimited",
    "availability": [{"from": "2027-06-01", "to": "2027-06-10"}],
}


@pytest.fixture(params=list(LANGUAGES))
def reader(app, request):
    with app.test_request_context(), force_locale(request.param):
        yield request.param


@pytest.mark.parametrize("person", [EMPTY, RICH, POOR, ODD], ids=["empty", "rich", "poor", "odd"])
@pytest.mark.parametrize("own", [False, True])
def test_any_match_can_be_said(reader, person, own):
    position = Position.from_json(POST)
    body = json.loads(json.dumps(match(position, Candidate.from_json(person)).to_json()))
    view = present_match(body, name="P-1", own=own)
    assert view.headline
    assert [gate.label for gate in view.gates]
    assert all(gate.asked or gate.has or gate.fix or gate.state == "met" for gate in view.gates)
    assert round(sum(line.low for line in view.criteria), 2) == round(view.low, 2)
    assert round(sum(line.high for line in view.criteria), 2) == round(view.high, 2)


@pytest.mark.parametrize("person", [EMPTY, RICH, POOR, ODD], ids=["empty", "rich", "poor", "odd"])
def test_any_change_can_be_said(reader, person):
    for change in what_would_change(Position.from_json(POST), Candidate.from_json(person)):
        assert present_change(change.to_json()).words


SKILL = {"code": None, "phrase": "obstetric ultrasound", "level": 2}
ONE, TWO = {"code": "fr", "cefr": "B2"}, {"code": "en", "cefr": None}


@pytest.mark.parametrize(
    ("action", "values", "words"),
    [
        (
            "state_occupation",
            {"code": "2222", "specialty": None, "years": 2.5},
            "State the occupation, if it is so (Midwife, at least 3 years)",
        ),
        ("state_experience", {"years": 0}, "State the years of experience"),
        ("state_experience", {"years": 5}, "State at least 5 years of experience, if it is so"),
        ("state_mode", {"mode": "remote"}, "State the wish to serve from a distance, if it is so"),
        ("state_weeks", {"weeks": 6}, "State a stay of at least 6 weeks, if it is so"),
        (
            "state_languages",
            {"languages": [ONE, TWO]},
            "State the languages spoken, if it is so (French B2 or above, English)",
        ),
        (
            "state_licence",
            {"valid_until": "2027-01-12"},
            "State a licence to practise that is valid on 12 January 2027, of any country, if there is one",
        ),
        ("obtain_licence", {"valid_until": None}, "Obtain a licence to practise, of any country"),
        (
            "extend_reentry",
            {"until": "2027-04-05"},
            "Extend the right to return to the country of residence until 5 April 2027",
        ),
        (
            "state_reentry",
            {"until": "unlimited"},
            "State a right to return to the country of residence without end, if it is so",
        ),
        (
            "add_skill",
            SKILL,
            "State the skill, if it is so (obstetric ultrasound, at least at level “independent”)",
        ),
        (
            "add_skills",
            {"skills": [SKILL | {"level": 1}, SKILL | {"phrase": "suturing", "level": 1}]},
            "State the skills, if it is so (obstetric ultrasound, suturing)",
        ),
    ],
)
def test_an_act_says_what_would_be_enough(app, action, values, words):
    with app.test_request_context(), force_locale("en"):
        assert changes.change_words(action, values) == words


@pytest.mark.parametrize("action", Action)
def test_whoever_states_something_is_not_told_that_it_is_so(app, action):
    code = "cardiology" if action is Action.STATE_SPECIALTY else "2222"
    anything = {
        "code": code, "specialty": None, "years": 3, "mode": "remote", "weeks": 6, "languages": [ONE],
        "language": "fr", "cefr": "B2", "valid_until": None, "country": "FR", "from": "2027-01-12",
        "to": "2027-04-05", "until": "2027-04-05", "phrase": "suturing", "level": 1, "skills": [SKILL],
    }  # fmt: skip
    with app.test_request_context(), force_locale("en"):
        words = changes.change_words(action, anything)
    assert (", if " in words) == action.value.startswith(("state_", "add_skill"))


def test_a_language_nobody_claimed_is_not_said_to_be_spoken(app):
    post = POST | {"languages": [{"code": "fr", "required": False, "min_cefr": "B1"}]}
    with app.test_request_context(), force_locale("en"):
        for held, words in (([], "French not stated"), ([{"code": "fr"}], "French (level not stated)")):
            person = RICH | {"languages": [{"code": "en", "cefr": "C1"}, *held]}
            body = match(Position.from_json(post), Candidate.from_json(person)).to_json()
            (line,) = [c for c in present_match(body, name="P-1").criteria if "Languages" in c.label]
            assert line.evidence == words


def test_every_code_has_words(reader):
    assert all(gates.gate_label(gate.name) for gate in GATES)
    assert all(evidence.criterion_label(criterion.name) for criterion in CRITERIA)
    assert all(fixes.fix_words(fix) and fixes.own_fix_words(fix) for fix in Fix)
    assert set(evidence._WORDS) == {code.value for code in Evidence}
    assert set(changes._WORDS) == {action.value for action in Action}
    assert all(cases.status_word(status) and cases.tone(status) for status in PlacementStatus)
    assert all(obstacle_words(obstacle) for obstacle in Obstacle)
    assert all(difference_label(each) and difference_words(each) for each in Difference)
    assert all(fault_label(fault) and fault_words(fault) for fault in DocumentFault)
    assert all(answer_words(answer) for answer in DocumentAnswer)
    assert all(case_words.choice_reason_words(reason) for reason in ChoiceReason)
    assert all(case_words.decline_reason_words(reason) for reason in DeclineReason)
    assert all(case_words.not_selected_reason_words(reason) for reason in NotSelectedReason)


def test_days_are_written_out(reader):
    words = gates.asked_words({"name": "re_entry", "asked": date(2027, 4, 5).isoformat()})
    assert "2027" in words
    assert "2027-04-05" not in words


def test_free_days_that_are_over_are_not_listed(app):
    over = {"from": "2020-01-01", "to": "2020-06-30"}
    coming = {"from": "2027-01-01", "to": None}
    gate = {"name": "dates", "reason": "free", "asked": None}
    with app.test_request_context(), force_locale("en"):
        assert gates.has_words(gate | {"has": [over, coming]}) == "free from 1 January 2027"
        assert gates.has_words(gate | {"has": [over]}) == "no dates still to come"
