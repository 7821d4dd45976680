"""The example of docs/matching.md, read from the page itself."""

import json
import re
from pathlib import Path
from types import MappingProxyType

import pytest

from matcher import Candidate, Pool, Position, State, match, rank, what_would_change
from tests.matcher.examples import criterion, gate

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")
POST, PEOPLE = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))


def table(header):
    """Return the rows below a header of the page, as cells."""
    rows = PAGE.split(header)[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.fixture(scope="module")
def pool():
    return Pool.from_candidates(Candidate.from_json(person) for person in PEOPLE)


@pytest.fixture(scope="module")
def ranking(pool):
    return rank(Position.from_json(POST), pool)


def test_the_list_is_as_the_page_says(ranking):
    found = [
        [
            m.candidate,
            m.verdict.value,
            f"{m.must_have_skills.shown} of {m.must_have_skills.asked}",
            f"{m.score[0]:.2f}",
            f"{m.score[1]:.2f}",
        ]
        for m in ranking.matches
    ]

    assert found == table("| person | verdict | must-haves shown | low | high |")
    assert [m.candidate for m in ranking.near_misses] == ["david"]


def test_the_points_are_as_the_page_says(ranking):
    found = [
        [c.name, *(f"{points / 100:.2f}" for points in (c.low, c.high, c.maximum))]
        for c in ranking.matches[0].criteria
    ]

    assert found == [row[:4] for row in table("| criterion | low | high | of | why |")]


def test_the_maxima_are_as_the_page_says(ranking):
    found = {c.name: c.maximum // 100 for c in ranking.matches[0].criteria}

    assert found == {row[0]: int(row[1]) for row in table("| criterion | most | how it is reckoned |")}


def test_years_give_what_the_page_says():
    stated = re.findall(r"(\d+) years give ([\d.]+) %", PAGE)

    assert [years for years, _ in stated] == ["5", "10"]
    for years, share in stated:
        facts = {"occupations": [{"code": "2222"}], "years_experience": int(years)}
        experience = criterion(matched_with(facts), "experience")
        assert 100 * experience.low == float(share) * experience.maximum


@pytest.mark.parametrize(
    ("words", "changes", "name"),
    [
        ("and not of who lives in the country of the post", {"residence_country": "GN"}, "re_entry"),
        ("a licence without an end is good for ever", {"licences": [{"status": "active"}]}, "licence"),
        (
            "a free period without an end goes on for ever",
            {"availability": [{"from": "2027-01-01"}]},
            "dates",
        ),
    ],
)
def test_what_is_left_out_means_what_the_page_says(words, changes, name):
    late = {"earliest_start": "2198-01-01", "latest_start": "2198-02-01"}

    assert words in " ".join(PAGE.split())
    assert gate(matched_with({}, late), name).state is State.UNKNOWN
    assert gate(matched_with(changes, late), name).state is State.MET


def matched_with(facts, asked=MappingProxyType({})):
    """Judge somebody who states these facts alone for the post of the page, or one with other dates."""
    return match(Position.from_json({**POST, **asked}), Candidate.from_json({"id": "x", **facts}))


def test_every_gate_is_on_the_page(ranking):
    rows = table("| gate | met when | not met, and can it be mended? |")

    assert {row[0].replace(" ", "_").replace("-", "_") for row in rows} == {
        gate.name for gate in ranking.matches[0].gates
    }


def test_what_would_change_is_as_the_page_says(pool):
    changes = what_would_change(Position.from_json(POST), pool.get("aminata"), pool)

    assert [(change.action.value, change.gain) for change in changes] == [
        ("add_skill", 1000),
        ("verify_licence", 375),
    ]
