"""`flask rank` and `flask ranking replay`: what they print, and that another process computes the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DataError

from matcher import Ranking as EngineRanking
from tests.factories.professionals import ActiveProfessionalFactory, HeldSkillFactory
from tests.factories.scenes import make_scene
from tests.support.accounts import SECRET_KEY
from tests.support.keys import KEY_STORE, MASTER_KEY
from web.models.professional import Professional
from web.models.ranking import Match, Ranking
from web.models.vacancy import VacancyStatus
from web.services.matching import rank_vacancy
from web.services.profiles import touch_profile
from web.services.rankings import erase_from_rankings, store_ranking

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def side(session):
    side = make_scene().a
    HeldSkillFactory(
        professional=ActiveProfessionalFactory(), code=None, phrase="prise en charge des hémorragies", level=2
    )
    session.commit()
    return side


@pytest.fixture
def ranking(session, side):
    ranking = store_ranking(session, vacancy=side.vacancy, ranked=rank_vacancy(session, vacancy=side.vacancy))
    session.commit()
    session.expire_all()
    return ranking


@pytest.fixture
def run(command_line):
    def run(*words):
        return command_line.invoke(args=list(map(str, words)))

    return run


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


class TestRank:
    def test_the_stored_list_is_shown(self, run, session, side, ranking):
        result = run("rank", side.vacancy.id)
        assert result.exit_code == 0, result.output
        head, made_by, _, *people, counts = result.stdout.splitlines()
        assert head.startswith(f"{side.vacancy.title}: ranking {ranking.id} of ")
        assert made_by.startswith("engine 2, weights expert-1, vocabulary ")
        references = [session.get_one(Professional, m.professional_id).reference for m in ranking.matches]
        assert [line.split()[1] for line in people] == references
        assert counts.startswith(f"{ranking.listed} of {ranking.listed} listed. In all: eligible ")
        assert count(session, Ranking) == 1

    def test_one_is_made_where_something_changed(self, run, session, side, ranking):
        touch_profile(session, ActiveProfessionalFactory())
        assert run("rank", side.vacancy.id, "--limit", 1).stdout.count(" to ") >= 1
        assert count(session, Ranking) == 2
        assert run("rank", side.vacancy.id).exit_code == 0
        assert count(session, Ranking) == 2

    def test_json_is_that_of_the_engine(self, run, side, ranking):
        (line,) = run("rank", side.vacancy.id, "--limit", 2, "--json").stdout.splitlines()
        written = json.loads(line)
        assert list(written) == ["position", "engine", "vocabulary", "weights", "matches"]
        assert written["matches"] == [match.body for match in ranking.matches[:2]]
        read = EngineRanking.from_json({**written, "counts": {}})
        assert read.to_json()["matches"] == written["matches"]

    def test_a_list_of_nobody(self, run, session, side):
        session.execute(update(Professional).values(status="paused"))
        result = run("rank", side.vacancy.id)
        assert result.exit_code == 0
        assert "0 of 0 listed" in result.stdout

    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (VacancyStatus.DRAFT, "is a draft: nobody is ranked before the ministry submits it"),
            (VacancyStatus.CLOSED, "is closed: nobody can be chosen any more"),
            (VacancyStatus.CANCELLED, "No list of it was ever shown."),
        ],
    )
    def test_a_vacancy_without_a_list_says_why(self, run, session, side, status, words):
        result = run("rank", side.vacancies[status].id)
        assert (result.exit_code, result.stdout) == (1, "")
        assert words in result.stderr
        assert count(session, Ranking) == 0

    def test_the_last_list_of_a_closed_vacancy_is_named(self, run, session, side, ranking):
        side.vacancy.status = VacancyStatus.CLOSED
        assert f"The last list shown is ranking {ranking.id} of " in run("rank", side.vacancy.id).stderr

    @pytest.mark.parametrize(("number", "code"), [(10**9, 1), (2**70, 2), (0, 2), ("x", 2), (2**63 - 1, 1)])
    def test_a_number_that_is_no_vacancy(self, run, number, code):
        result = run("rank", number)
        assert result.exit_code == code
        assert str(number) in result.stderr

    @pytest.mark.parametrize("limit", [0, -1, 2**70, "all"])
    def test_a_limit_that_is_none(self, run, side, limit):
        result = run("rank", side.vacancy.id, "--limit", limit)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Invalid value for '--limit'" in result.stderr


class TestReplay:
    def test_the_same(self, run, side, ranking):
        result = run("ranking", "replay", ranking.id)
        people = ranking.listed
        made = f"ranking {ranking.id}, vacancy {side.vacancy.id}, {ranking.created_at:%Y-%m-%d}"
        assert result.exit_code == 0, result.output
        assert result.stdout.splitlines() == [
            f"{made}: the same, {people} of {people} people the same",
            "1 ranking: 1 the same, 0 different, 0 not to be computed.",
        ]

    def test_somebody_erased(self, run, session, side, ranking):
        erase_from_rankings(session, professional_id=side.professional.id)
        left = ranking.listed - 1
        result = run("ranking", "replay", "--all")
        assert result.exit_code == 0
        assert f"the same, {left} of {left} people the same; 1 person erased\n" in result.stdout

    def test_a_difference_is_named_and_ends_with_3(self, run, session, ranking):
        match = ranking.matches[0]
        body = match.body
        body["gates"][0]["state"] = "unknown"
        match.body = body
        match.low += 1
        reference = session.get_one(Professional, match.professional_id).reference
        result = run("ranking", "replay", ranking.id)
        assert result.exit_code == 3
        assert f"DIFFERENT, {ranking.listed - 1} of {ranking.listed} people the same\n" in result.stdout
        assert f"\n  place 1, {reference}: low, body.gates[0].state\n" in result.stdout
        assert "1 ranking: 0 the same, 1 different, 0 not to be computed." in result.stdout

    def test_a_spoilt_row_does_not_stop_the_others(self, run, session, side, ranking):
        others = [
            store_ranking(session, vacancy=side.vacancy, ranked=rank_vacancy(session, vacancy=side.vacancy))
            for _ in range(2)
        ]
        made, person = f"ranking {ranking.id}, vacancy {side.vacancy.id}, ", ranking.matches[0]
        person.body = ["of another shape"]
        session.execute(update(Ranking).where(Ranking.id == others[0].id).values(position=[]))
        result = run("ranking", "replay", "--all")
        assert result.exit_code == 3
        assert result.stdout.startswith(made)
        assert "\n  place 1, P-" in result.stdout
        assert (
            "people the same\n  position.id: it is not that of the vacancy\n  position: must be an object\n"
            in result.stdout
        )
        assert result.stdout.endswith("3 rankings: 1 the same, 2 different, 0 not to be computed.\n")

    def test_a_row_that_cannot_be_read_is_named(self, run, session, ranking):
        number = ranking.id
        spoil = text("UPDATE ranking SET created_at = 'some day'")
        if session.get_bind().dialect.name == "postgresql":
            with pytest.raises(DataError):
                session.execute(spoil)
            return
        session.execute(spoil)
        session.commit()
        result = run("ranking", "replay", "--all")
        assert result.exit_code == 3
        assert result.stdout.splitlines()[:2] == [f"ranking {number}: DIFFERENT", "  its row cannot be read"]

    def test_pseudonyms_of_another_key_are_said(self, run, session, ranking):
        for match in ranking.matches:
            match.pseudonym = f"P-{match.id}"
        result = run("ranking", "replay", "--all")
        assert result.exit_code == 0
        assert "; pseudonyms not compared, none is made with the SECRET_KEY in use\n" in result.stdout

    @pytest.mark.parametrize(
        ("column", "words"),
        [
            ("engine", "it was made by engine 0, and this release has the rules of engine 2"),
            ("vocabulary", "it was made with vocabulary 0, and the one in use is "),
            ("weights", "it was made with weights 0, which this release does not have"),
        ],
    )
    def test_what_cannot_be_computed_says_why_and_is_no_difference(self, run, ranking, column, words):
        setattr(ranking, column, "0")
        result = run("ranking", "replay", ranking.id)
        assert result.exit_code == 0
        assert f"cannot be computed again: {words}" in result.stdout
        assert "1 ranking: 0 the same, 0 different, 1 not to be computed." in result.stdout

    def test_what_was_changed_without_being_computable_is_a_difference(self, run, session, ranking):
        session.execute(update(Match).values(candidate_version_id=None))
        ranking.digest = "0" * 64
        result = run("ranking", "replay", ranking.id)
        assert result.exit_code == 3
        assert "it was stored before what the engine read of people was kept" in result.stdout
        assert "\n  DIFFERENT from what was stored then:\n  the digest\n" in result.stdout

    def test_rankings_are_chosen_by_number_day_or_all(self, run, ranking):
        day = f"{ranking.created_at:%Y-%m-%d}"
        assert run("ranking", "replay", "--since", day).stdout.endswith(
            "1 the same, 0 different, 0 not to be computed.\n"
        )
        assert run("ranking", "replay", "--since", "2999-01-01").stdout.startswith("0 rankings: ")
        for words in ([], [ranking.id, "--all"], ["--all", "--since", day], [2**70], ["--since", "soon"]):
            assert run("ranking", "replay", *words).exit_code == 2
        result = run("ranking", "replay", 10**9)
        assert (result.exit_code, result.stderr) == (1, "Error: there is no ranking 1000000000\n")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "fr_FR.UTF-8", "TZ": "Pacific/Kiritimati"},
    ],
)
def test_another_process_computes_the_same(session, side, ranking, database_url, surroundings):
    """With another order of sets, another locale and another time zone, after a profile has changed."""
    side.professional.max_weeks = 2
    touch_profile(session, side.professional)
    session.commit()
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET_KEY,
        "MASTER_KEY": MASTER_KEY,
        "KEY_STORE": KEY_STORE,
        **surroundings,
    }
    words = [sys.executable, "-m", "flask", "--app", "wsgi", "ranking", "replay", "--all"]
    result = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert f"the same, {ranking.listed} of {ranking.listed} people the same" in result.stdout
