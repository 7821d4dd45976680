"""Whatever a line holds: read, or refused with the field and the rule."""

import json
from dataclasses import replace

import pytest

from matcher import Candidate, HeldOccupation, MatcherError, Position, rank
from matcher.errors import (
    MissingFieldError,
    OutOfRangeError,
    ReversedDatesError,
    UnsafeTextError,
    WrongTypeError,
)
from tests.matcher.examples import matched, pool, position

COUNTRY_RULE = "must be a country code of ISO 3166-1 alpha-2 in capitals, such as GN"
LANGUAGE_RULE = (
    "must be a language code in small letters, such as fr or wes: of ISO 639-1, or 639-3 for the region"
)
CANDIDATES = [
    ({}, "id: must be a text that is not empty"),
    ({"id": " "}, "id: must be a text that is not empty"),
    ({"id": 7}, "id: must be a text"),
    ({"max_weeks": -1}, "max_weeks: must be a whole number from 0 to 520"),
    ({"max_weeks": 2**70}, "max_weeks: must be a whole number from 0 to 520"),
    ({"max_weeks": 1.5}, "max_weeks: must be a whole number from 0 to 520"),
    ({"max_weeks": True}, "max_weeks: must be a whole number from 0 to 520"),
    ({"max_weeks": "6"}, "max_weeks: must be a whole number from 0 to 520"),
    ({"years_experience": float("nan")}, "years_experience: must be a number from 0 to 80"),
    ({"years_experience": float("inf")}, "years_experience: must be a number from 0 to 80"),
    ({"years_experience": -0.5}, "years_experience: must be a number from 0 to 80"),
    ({"years_experience": 10**400}, "years_experience: must be a number from 0 to 80"),
    ({"years_experience": []}, "years_experience: must be a number from 0 to 80"),
    ({"credential_level": 0}, "credential_level: must be a whole number from 1 to 4"),
    ({"country_of_origin": "XX"}, f"country_of_origin: {COUNTRY_RULE}"),
    ({"country_of_origin": "fr"}, f"country_of_origin: {COUNTRY_RULE}"),
    ({"residence_country": ["FR"]}, f"residence_country: {COUNTRY_RULE}"),
    ({"language": "french"}, f"language: {LANGUAGE_RULE}"),
    ({"languages": {"fr": "C1"}}, "languages: must be a list"),
    ({"languages": [None]}, "languages[0]: must be an object"),
    ({"languages": [{"cefr": "C1"}]}, f"languages[0].code: {LANGUAGE_RULE}"),
    (
        {"languages": [{"code": "fr", "cefr": "D1"}]},
        "languages[0].cefr: must be one of A1, A2, B1, B2, C1, C2, native",
    ),
    ({"modes": ["temporary", "someday"]}, "modes[1]: must be one of permanent, remote, temporary"),
    ({"modes": "remote"}, "modes: must be a list"),
    ({"preferred_countries": ["GN", 3]}, f"preferred_countries[1]: {COUNTRY_RULE}"),
    (
        {"skills": [{"code": "pph"}, {"code": "a b"}]},
        "skills[1].code: must be a code, not empty and without blanks",
    ),
    ({"skills": [{"phrase": "x", "level": 5}]}, "skills[0].level: must be a whole number from 1 to 4"),
    ({"skills": [{}] * 501}, "skills: must have at most 500 items"),
    ({"occupations": [{"title": "a\x00b"}]}, "occupations[0].title: must not contain control characters"),
    ({"occupations": [{"title": "a\nb"}]}, "occupations[0].title: must not contain control characters"),
    ({"summary": "\ud800"}, "summary: must not contain control characters"),
    ({"summary": "x" * 20_001}, "summary: must have at most 20000 characters"),
    (
        {"licences": [{"status": "maybe"}]},
        "licences[0].status: must be one of active, expired, suspended, unknown",
    ),
    ({"licences": [{"valid_until": "2027-02-30"}]}, "licences[0].valid_until: must be a day of the calendar"),
    (
        {"licences": [{"valid_until": "20270201"}]},
        "licences[0].valid_until: must be a date written YYYY-MM-DD",
    ),
    (
        {"licences": [{"valid_until": "0001-01-01"}]},
        "licences[0].valid_until: must lie in the years 1900 to 2199",
    ),
    ({"licences": [{"verified": "yes"}]}, "licences[0].verified: must be true or false"),
    (
        {"availability": [{"from": "2027-02-01", "to": "2027-01-01"}]},
        "availability[0].to: must not be before from",
    ),
    ({"availability": [{"from": 20270201}]}, "availability[0].from: must be a date written YYYY-MM-DD"),
    ({"may_reenter_until": "forever"}, "may_reenter_until: must be a date written YYYY-MM-DD, or unlimited"),
    (
        {"qualifications": [{"year": 1066}]},
        "qualifications[0].year: must be a whole number from 1900 to 2199",
    ),
]
POSITIONS = [
    ({"duration_weeks": -6}, "duration_weeks: must be a whole number from 1 to 520"),
    ({"duration_weeks": 0}, "duration_weeks: must be a whole number from 1 to 520"),
    ({"posts": 0}, "posts: must be a whole number from 1 to 10000"),
    (
        {"earliest_start": "2027-03-01", "latest_start": "2027-02-01"},
        "latest_start: must not be before earliest_start",
    ),
    ({"mode": ["remote"]}, "mode: must be one of permanent, remote, temporary"),
    ({"occupation": ""}, "occupation: must be a code, not empty and without blanks"),
    ({"mode": "hybrid"}, "mode: must be one of permanent, remote, temporary"),
    ({"country": "Guinea"}, f"country: {COUNTRY_RULE}"),
    ({"licence_required": 1}, "licence_required: must be true or false"),
    ({"teaching": "no"}, "teaching: must be true or false"),
    (
        {"required_skills": [{"min_level": 2}]},
        "required_skills[0].phrase: must be given where there is no code",
    ),
    (
        {"desirable_skills": [{"phrase": "x", "indispensable": 0}]},
        "desirable_skills[0].indispensable: must be true or false",
    ),
    ({"min_years_experience": -1}, "min_years_experience: must be a number from 0 to 80"),
]


def read(kind, data):
    return kind.from_json({"id": "x", **data} if data else data)


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [(Candidate, *case) for case in CANDIDATES] + [(Position, *case) for case in POSITIONS],
)
def test_bad_input_is_refused_with_field_and_rule(kind, data, message):
    with pytest.raises(MatcherError) as refusal:
        read(kind, data)

    assert str(refusal.value) == message


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_a_line_is_an_object(data):
    with pytest.raises(WrongTypeError, match="must be an object"):
        Candidate.from_json(data)


def test_the_languages_that_the_rule_names_are_read():
    assert [Candidate.from_json({"id": "x", "language": code}).language for code in ("fr", "wes")] == [
        "fr",
        "wes",
    ]


def test_each_kind_of_refusal_can_be_told_apart():
    for data, kind in [
        ({}, MissingFieldError),
        ({"id": "x", "max_weeks": -1}, OutOfRangeError),
        ({"id": "x\x07"}, UnsafeTextError),
        ({"id": "x", "availability": [{"from": "2027-02-02", "to": "2027-02-01"}]}, ReversedDatesError),
    ]:
        with pytest.raises(kind):
            Candidate.from_json(data)


def test_null_and_absent_are_unknown_and_an_empty_list_is_none():
    assert Candidate.from_json({"id": "x", "licences": None}) == Candidate.from_json({"id": "x"})
    assert Candidate.from_json({"id": "x", "licences": []}).licences == ()


def test_fields_nobody_reads_are_left_alone():
    assert Candidate.from_json({"id": "x", "sex": "f", "name": "A"}) == Candidate(id="x")


def test_protected_fields_do_not_exist():
    fields = set(Candidate(id="x").to_json())
    assert not fields & {"name", "sex", "gender", "age", "birth_year", "nationality", "religion", "ethnicity"}


def test_prose_may_have_lines_and_any_script():
    text = "Infirmière\nàé — 医 مستشفى"
    assert Candidate.from_json({"id": "é", "summary": text}).summary == text


def test_years_are_decimal_however_they_are_written():
    """In JSON and by hand; as text 5 and 5.0 would be two states of one person."""
    made = [
        Candidate(id="p1", occupations=(HeldOccupation("2222", years=years),), years_experience=years)
        for years in (5, 5.0)
    ]
    made += [replace(made[1], years_experience=5)]
    stated = {"id": "p1", "occupations": [{"code": "2222", "years": 5}], "years_experience": 5}
    made.append(Candidate.from_json(stated))
    post = position(min_years_experience=3, mode=None)

    assert len({json.dumps(person.to_json()) for person in made}) == 1
    assert len({json.dumps(matched(post, person).to_json()) for person in made}) == 1
    assert len({rank(post, pool(person)).digest for person in made}) == 1
    assert made[0].to_json()["years_experience"].hex() == (5.0).hex()
