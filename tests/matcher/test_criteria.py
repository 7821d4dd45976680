"""Each criterion, one case a line, and that more is never worth less."""

from itertools import pairwise

import pytest

from matcher.iso import CEFR
from tests.matcher.examples import candidate, criterion, matched, position

SUMMARY_POST = {"title": "Sage-femme", "description": "Maternité du district, formation des équipes"}

CASES = [
    ("required_skills", {}, {}, (3000, 3000)),
    ("required_skills", {}, {"skills": None}, (0, 3000)),
    ("required_skills", {}, {"skills": [{"code": "pph", "level": 1}]}, (1350, 2250)),
    ("required_skills", {}, {"skills": None, "summary": "Dix ans de SONU"}, (750, 3000)),
    ("required_skills", {"required_skills": None}, {}, (0, 0)),
    ("desirable_skills", {"desirable_skills": [{"code": "triage"}]}, {"skills": []}, (0, 1000)),
    ("occupation", {}, {}, (1400, 1400)),
    ("occupation", {}, {"occupations": [{"code": "2222.1"}, {"code": "2221"}]}, (1260, 1260)),
    ("occupation", {}, {"occupations": [{"title": "gardener"}]}, (0, 1400)),
    ("occupation", {}, {"occupations": [{"code": "2221"}]}, (0, 0)),
    ("occupation", {"specialty": "paediatrics"}, {}, (700, 1400)),
    ("experience", {}, {"years_experience": 0}, (0, 0)),
    ("experience", {}, {"years_experience": 5}, (525, 525)),
    ("experience", {}, {"years_experience": 10}, (900, 900)),
    ("experience", {}, {"years_experience": 40}, (1200, 1200)),
    ("languages", {}, {}, (300, 300)),
    ("languages", {}, {"languages": [{"code": "fr", "cefr": "B2"}]}, (0, 0)),
    ("languages", {}, {"languages": [{"code": "fr"}]}, (0, 600)),
    ("languages", {"languages": None}, {}, (0, 0)),
    ("availability", {}, {}, (800, 800)),
    ("availability", {}, {"availability": [{"from": "2027-01-18", "to": None}]}, (533, 533)),
    ("availability", {}, {"availability": [{"from": None, "to": "2027-01-24"}]}, (0, 400)),
    ("preference", {}, {"preferred_countries": []}, (0, 0)),
    ("preference", {}, {"preferred_countries": ["SN", "GN"]}, (500, 500)),
    ("origin", {}, {"country_of_origin": "SN"}, (0, 0)),
    ("origin", {}, {"country_of_origin": None}, (0, 300)),
    ("origin", {"country": None}, {}, (0, 0)),
    ("credential", {}, {}, (375, 500)),
    ("credential", {}, {"credential_level": 3}, (375, 375)),
    ("credential", {}, {"licences": None, "credential_level": 4}, (50, 50)),
    ("credential", {}, {"licences": [{"country": "GN", "status": "active"}]}, (0, 500)),
    ("teaching", {}, {}, (0, 0)),
    ("teaching", {"teaching": True}, {}, (0, 0)),
    ("teaching", {"teaching": True}, {"skills": [{"code": "pph", "level": 4}]}, (300, 300)),
    ("teaching", {"teaching": True}, {"skills": [{"code": "tutoring"}]}, (300, 300)),
    (
        "teaching",
        {"teaching": True},
        {"skills": [{"code": "triage", "level": 4}, {"code": "pph"}]},
        (150, 300),
    ),
    ("text", SUMMARY_POST, {"summary": None}, (0, 400)),
    ("text", SUMMARY_POST, {"summary": "maternite, DISTRICT et formations"}, (240, 240)),
    ("text", {"title": None}, {}, (0, 0)),
]


@pytest.mark.parametrize(("name", "asked", "has", "points"), CASES)
def test_criterion(name, asked, has, points):
    found = criterion(matched(position(**asked), candidate(**has)), name)

    assert (found.low, found.high) == points


def rises(name, values, post=None):
    found = [criterion(matched(post, candidate(**value)), name) for value in values]
    assert all(a.low <= b.low and a.high <= b.high for a, b in pairwise(found))
    assert found[0].low < found[-1].low


def test_more_years_are_never_worth_less_and_each_is_worth_less_than_the_one_before():
    rises("experience", [{"years_experience": years / 4} for years in range(120)])
    lows = [criterion(matched(None, candidate(years_experience=y)), "experience").low for y in range(30)]
    gains = [b - a for a, b in pairwise(lows)]
    assert all(b <= a for a, b in pairwise(gains))


def test_a_better_level_of_a_skill_or_a_language_is_never_worth_less():
    rises("required_skills", [{"skills": [{"code": "pph", "level": level}]} for level in range(1, 5)])
    rises("languages", [{"languages": [{"code": "fr", "cefr": level}]} for level in CEFR])


def test_more_free_days_are_never_worth_less():
    rises(
        "availability",
        [{"availability": [{"from": "2027-01-04", "to": f"2027-02-{d:02}"}]} for d in range(1, 28)],
    )


def test_a_better_credential_level_is_never_worth_less():
    rises("credential", [{"credential_level": level, "licences": None} for level in (4, 3, 2, 1)])
