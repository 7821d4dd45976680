"""What a ministry reads of somebody before their yes: enough to choose by, nothing to recognise them by."""

import json

import pytest
from flask_babel import force_locale

from matcher import Candidate, Position, match
from tests.presenters.test_wording import EMPTY, ODD, POOR, POST, RICH
from web.i18n import LANGUAGES
from web.presenters.blind_matches import present_blind_match
from web.presenters.matches import present_match
from web.presenters.wording.evidence import criterion_label

# Each of these, in the lists of two vacancies, would tell that it is the same person.
TELLTALE = {
    "occupations": [{"title": "Canaryist", "years": 11}],
    "skills": [{"phrase": "neonatal canary resuscitation", "level": 4}],
    "licences": [{"country": "CH", "regulator": "Canary Council", "status": "active", "verified": True}],
    "availability": [{"from": "2027-01-17", "to": "2027-11-23"}],
    "max_weeks": 31,
    "may_reenter_until": "2028-08-29",
    "country_of_origin": "TG",
    "preferred_countries": ["GQ"],
    "residence_country": "FR",
}
TOO_LITTLE = {
    "availability": [{"from": "2027-01-17", "to": "2027-01-23"}],
    "max_weeks": 3,
    "may_reenter_until": "2027-01-29",
}
SIGNS = ["Canar", "Suisse", "Switzerland", "Togo", "quatoriale", "quatorial"]
SIGNS += ["17", "23", "29", "31 ", "3 weeks"]


@pytest.fixture(params=list(LANGUAGES))
def reader(app, request):
    with app.test_request_context(), force_locale(request.param):
        yield request.param


def read(person, present=present_blind_match, **name):
    body = match(Position.from_json(POST), Candidate.from_json(RICH | person)).to_json()
    return present(json.loads(json.dumps(body)), **(name or {"pseudonym": "Amber 7"}))


@pytest.mark.parametrize("person", [TELLTALE, TELLTALE | TOO_LITTLE], ids=["enough", "too little"])
def test_nothing_tells_one_person_in_two_lists(reader, person):
    text = repr(read(person))
    assert [sign for sign in SIGNS if sign in text] == []


def test_the_same_signs_stand_in_what_coordinators_read(reader):
    """The planted fault: without the blind words the signs are there to be found."""
    text = repr(read(TELLTALE | TOO_LITTLE, present_match, name="P-1"))
    assert len([sign for sign in SIGNS if sign in text]) >= 6


@pytest.mark.parametrize("person", [EMPTY, RICH, POOR, ODD], ids=["empty", "rich", "poor", "odd"])
def test_the_sum_still_adds_up_without_what_is_hidden(reader, person):
    body = match(Position.from_json(POST), Candidate.from_json(person)).to_json()
    view = present_blind_match(json.loads(json.dumps(body)), pseudonym="Amber 7")
    labels = {criterion_label("origin"), criterion_label("preference")}
    assert not labels & {line.label for line in view.criteria}
    assert round(sum(line.max for line in view.criteria), 2) == round(view.attainable, 2)
    assert round(sum(line.low for line in view.criteria), 2) == round(view.low, 2)
    assert round(sum(line.high for line in view.criteria), 2) == round(view.high, 2)


@pytest.mark.parametrize("origin", ["GN", "TG", None])
def test_the_sum_does_not_tell_where_somebody_comes_from(reader, origin):
    unknown = read({"country_of_origin": None, "preferred_countries": None})
    told = read({"country_of_origin": origin, "preferred_countries": ["GN"]})
    assert (told.low, told.high, told.attainable) == (unknown.low, unknown.high, unknown.attainable)


def test_enough_and_not_enough_are_told_apart(app):
    with app.test_request_context(), force_locale("en"):
        said = {gate.name: gate.has for gate in read(TELLTALE).gates}
        less = {gate.name: gate.has for gate in read(TELLTALE | TOO_LITTLE).gates}
    assert said["dates"] == "free on these days"
    assert less["dates"] == "not free long enough on these days"
    assert said["duration"] == "can stay as long"
    assert less["duration"] == "cannot stay as long"
    assert said["re_entry"] == "may return until then"
    assert less["re_entry"] == "may return only before then"
    assert said["licence"] == "active, registration in the country of the post to be arranged, verified"
