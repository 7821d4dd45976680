"""Each gate, one case a line: what the position asks, what the person has, what comes out."""

import json

import pytest

from tests.matcher.examples import candidate, gate, matched, position


def is_a(code, specialty=None):
    return {"occupations": [{"code": code, "specialty": specialty}]}


def speaks(code, cefr=None):
    return {"languages": [{"code": code, "cefr": cefr}]}


def licensed(**changes):
    return {"licences": [{**LICENCE, **changes}]}


def free(*periods):
    return {"availability": [{"from": start, "to": end} for start, end in periods]}


LICENCE = {"country": "FR", "status": "active", "valid_until": None}

CASES = [
    ("occupation", {}, {}, ("met", "same_occupation", None)),
    ("occupation", {"occupation": None, "title": "Post"}, {}, ("met", "not_asked", None)),
    ("occupation", {"occupation": None, "title": "sage-femme"}, {}, ("met", "same_occupation", None)),
    ("occupation", {}, {"occupations": [{"title": "Midwife"}]}, ("met", "same_occupation", None)),
    ("occupation", {}, is_a("2222.1"), ("met", "equivalent_occupation", None)),
    ("occupation", {"occupation": "2211"}, is_a("2212"), ("met", "occupation_may_fill", None)),
    ("occupation", {"occupation": "2212"}, is_a("2211"), ("not_met", "other_occupation", None)),
    (
        "occupation",
        {"occupation": "2221"},
        is_a("3221"),
        ("unknown", "occupation_unclear", "judge_occupation"),
    ),
    (
        "occupation",
        {},
        {"occupations": [{"title": "gardener"}]},
        ("unknown", "occupation_unclear", "judge_occupation"),
    ),
    ("occupation", {}, {"occupations": None}, ("unknown", "not_stated", "state_occupation")),
    ("occupation", {}, {"occupations": []}, ("not_met", "other_occupation", None)),
    ("specialty", {"specialty": "paediatrics"}, is_a("2222", "paediatrics"), ("met", "same_specialty", None)),
    (
        "specialty",
        {"specialty": "paediatrics"},
        is_a("2222", "Neonatology"),
        ("met", "specialty_may_fill", None),
    ),
    (
        "specialty",
        {"specialty": "neonatology"},
        is_a("2222", "paediatrics"),
        ("unknown", "neighbouring_specialty", "judge_specialty"),
    ),
    (
        "specialty",
        {"specialty": "paediatrics"},
        is_a("2222", "cardiology"),
        ("not_met", "other_specialty", None),
    ),
    ("specialty", {"specialty": "paediatrics"}, {}, ("unknown", "not_stated", "state_specialty")),
    (
        "specialty",
        {"specialty": "paediatrics", "occupation": "2212.1"},
        is_a("2212.1"),
        ("met", "same_specialty", None),
    ),
    ("mode", {}, {"modes": ["remote"]}, ("not_met", "mode_not_wished", "accept_mode")),
    ("mode", {}, {"modes": None}, ("unknown", "not_stated", "state_modes")),
    ("languages", {}, speaks("fr", "B2"), ("met", "languages_met", None)),
    ("languages", {}, speaks("fr", "native"), ("met", "languages_met", None)),
    ("languages", {}, speaks("fr", "B1"), ("not_met", "language_below", "reach_language_level")),
    ("languages", {}, speaks("fr", "A2"), ("not_met", "language_below", None)),
    ("languages", {}, speaks("en", "C2"), ("not_met", "language_below", None)),
    ("languages", {}, speaks("fr"), ("unknown", "language_level_unknown", "state_language_level")),
    ("languages", {}, {"languages": None}, ("unknown", "not_stated", "state_languages")),
    ("languages", {}, {"languages": []}, ("not_met", "language_below", None)),
    ("languages", {"languages": [{"code": "fr"}]}, speaks("fr"), ("met", "languages_met", None)),
    (
        "languages",
        {"languages": [{"code": "en", "min_cefr": "B1", "required": False}]},
        {},
        ("met", "not_asked", None),
    ),
    ("licence", {}, {}, ("met", "licensed_elsewhere", None)),
    ("licence", {}, licensed(country="GN"), ("met", "licensed_here", None)),
    ("licence", {"licence_required": False}, {"licences": []}, ("met", "not_asked", None)),
    ("licence", {}, {"licences": []}, ("not_met", "no_licence", "obtain_licence")),
    ("licence", {}, {"licences": None}, ("unknown", "not_stated", "state_licences")),
    ("licence", {}, licensed(status="unknown"), ("unknown", "licence_unclear", "check_licence")),
    ("licence", {}, licensed(status=None), ("unknown", "licence_unclear", "check_licence")),
    ("licence", {}, licensed(status="expired"), ("not_met", "licence_expired", "renew_licence")),
    ("licence", {}, licensed(valid_until="2027-01-03"), ("not_met", "licence_expired", "renew_licence")),
    ("licence", {}, licensed(valid_until="2027-01-04"), ("met", "licensed_elsewhere", None)),
    ("licence", {}, licensed(status="suspended"), ("not_met", "licence_suspended", None)),
    (
        "licence",
        {},
        {
            "licences": [
                {"country": "FR", "status": "active", "valid_until": None},
                {"country": "GN", "status": "suspended", "valid_until": None},
            ]
        },
        ("not_met", "licence_suspended", None),
    ),
    (
        "licence",
        {},
        {
            "licences": [
                {"country": "FR", "status": "active", "valid_until": None},
                {"country": "US", "status": "suspended", "valid_until": None},
            ]
        },
        ("met", "licensed_elsewhere", None),
    ),
    ("experience", {}, {"years_experience": 3}, ("met", "experience_enough", None)),
    ("experience", {}, {"years_experience": 2.9}, ("not_met", "experience_short", None)),
    ("experience", {}, {"years_experience": None}, ("unknown", "not_stated", "state_experience")),
    ("experience", {}, {"occupations": None}, ("unknown", "not_stated", "state_experience")),
    (
        "experience",
        {"occupation": None, "title": None},
        {"occupations": None},
        ("met", "experience_enough", None),
    ),
    (
        "experience",
        {},
        {"years_experience": 20, "occupations": [{"code": "2222", "years": 1}, {"code": "2221"}]},
        ("not_met", "experience_short", None),
    ),
    (
        "experience",
        {},
        {"years_experience": 4, "occupations": [{"code": "2222", "years": 9}]},
        ("met", "experience_enough", None),
    ),
    (
        "experience",
        {},
        {"years_experience": None, **is_a("2222")},
        ("unknown", "not_stated", "state_experience"),
    ),
    (
        "experience",
        {},
        {
            "years_experience": None,
            "occupations": [{"code": "2222", "years": 1}, {"code": "2221", "years": 20}],
        },
        ("not_met", "experience_short", None),
    ),
    ("duration", {}, {"max_weeks": 4}, ("met", "weeks_enough", None)),
    ("duration", {}, {"max_weeks": 3}, ("not_met", "weeks_too_few", "stay_longer")),
    ("duration", {}, {"max_weeks": None}, ("unknown", "not_stated", "state_weeks")),
    ("duration", {"mode": "permanent"}, {"max_weeks": 0}, ("met", "not_asked", None)),
    ("dates", {}, free(("2027-01-01", "2027-01-31")), ("met", "free_in_time", None)),
    ("dates", {}, free(("2027-01-01", "2027-01-30")), ("not_met", "not_free_long_enough", "add_dates")),
    ("dates", {}, free(("2027-01-18", None)), ("met", "free_in_time", None)),
    ("dates", {}, free(("2027-01-19", None)), ("not_met", "not_free_long_enough", "add_dates")),
    (
        "dates",
        {},
        free(("2027-01-04", "2027-01-15"), ("2027-01-16", "2027-01-31")),
        ("met", "free_in_time", None),
    ),
    (
        "dates",
        {},
        free(("2027-01-04", "2027-01-15"), ("2027-01-17", "2027-02-05")),
        ("not_met", "not_free_long_enough", "add_dates"),
    ),
    ("dates", {}, free((None, None)), ("unknown", "start_unclear", "state_availability")),
    ("dates", {}, {"availability": []}, ("not_met", "not_free_long_enough", "add_dates")),
    ("dates", {}, {"availability": None}, ("unknown", "not_stated", "state_availability")),
    ("re_entry", {}, {"may_reenter_until": "2027-01-31"}, ("met", "may_reenter", None)),
    ("re_entry", {}, {"may_reenter_until": "2027-01-30"}, ("not_met", "reentry_lapses", "extend_reentry")),
    (
        "re_entry",
        {},
        {"may_reenter_until": "2027-02-04", **free(("2027-01-10", None))},
        ("not_met", "reentry_lapses", "extend_reentry"),
    ),
    (
        "re_entry",
        {},
        {"may_reenter_until": "2027-02-10", "availability": None},
        ("unknown", "reentry_unclear", "state_availability"),
    ),
    ("re_entry", {}, {"may_reenter_until": None}, ("unknown", "not_stated", "state_reentry")),
    ("re_entry", {}, {"may_reenter_until": None, "residence_country": "GN"}, ("met", "lives_there", None)),
    ("re_entry", {"mode": "permanent"}, {"may_reenter_until": None}, ("met", "not_asked", None)),
    ("re_entry", {"mode": "remote"}, {"may_reenter_until": "2020-01-01"}, ("met", "not_asked", None)),
    ("indispensable_skills", {}, {"skills": []}, ("met", "not_asked", None)),
]


@pytest.mark.parametrize(("name", "asked", "has", "answer"), CASES)
def test_gate(name, asked, has, answer):
    found = gate(matched(position(**asked), candidate(**has)), name)

    assert (found.state, found.reason, found.fix) == answer


@pytest.mark.parametrize(
    ("skills", "state"),
    [
        ([{"code": "pph", "level": 2}], "met"),
        ([{"phrase": "HPP, PPH management", "level": 4}], "met"),
        ([{"code": "pph", "level": 1}], "not_met"),
        ([{"code": "pph", "level": 1}, {"code": "emonc", "level": 4}], "not_met"),
        ([{"code": "pph"}], "unknown"),
        ([{"code": "emonc", "level": 4}], "unknown"),
        ([], "unknown"),
        (None, "unknown"),
    ],
)
def test_an_indispensable_skill_is_met_only_when_stated_at_its_level(skills, state):
    post = position(required_skills=[{"code": "pph", "min_level": 2, "indispensable": True}])

    found = matched(post, candidate(skills=skills, summary="HPP"))

    assert gate(found, "indispensable_skills").state == state


def test_margins_are_signed_and_in_the_unit_of_the_gate():
    person = candidate(
        languages=[{"code": "fr", "cefr": "B1"}],
        max_weeks=3,
        years_experience=1.5,
        availability=[{"from": "2027-01-01", "to": "2027-01-28"}],
        may_reenter_until="2027-02-10",
        licences=[{"country": "FR", "status": "active", "valid_until": "2027-01-14"}],
    )

    found = matched(position(), person)

    margins = {name: gate(found, name).margin for name in ("languages", "duration", "experience", "dates")}
    assert margins == {"languages": -1, "duration": -1, "experience": -1.5, "dates": -3}
    assert gate(found, "re_entry").margin == 10
    assert gate(found, "licence").margin == 10


def test_everything_the_gates_say_is_plain_json():
    found = matched()

    assert json.loads(json.dumps([each.to_json() for each in found.gates])) == [
        each.to_json() for each in found.gates
    ]
