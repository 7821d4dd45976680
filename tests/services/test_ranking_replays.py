"""A stored ranking is computed again to the byte, and whatever was changed since is noticed and named."""

from types import MappingProxyType

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm.attributes import flag_modified

from matcher import weights
from matcher.weights import DEFAULT, Weights
from tests.factories.placements import RankingFactory
from tests.factories.professionals import ActiveProfessionalFactory, HeldSkillFactory
from tests.factories.scenes import make_scene
from tests.support.kept import make_once
from web.models.candidate_version import CandidateVersion
from web.models.esco import EscoPart
from web.models.professional import Professional
from web.models.ranking import Match, Ranking
from web.services.canonical import digest_of, first_difference
from web.services.matching import Obstacle, rank_vacancy, sections
from web.services.profiles import touch_profile
from web.services.ranking_replays import replay_ranking
from web.services.rankings import erase_from_rankings, find_current_ranking, store_ranking
from web.services.vocabulary import take_up_esco

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def side(session):
    return make_once(session, make_side)


def make_side():
    side = make_scene().a
    free = ActiveProfessionalFactory()
    HeldSkillFactory(professional=free, code=None, phrase="PPH management, B-Lynch", level=None)
    ActiveProfessionalFactory(modes=None, summary="")
    ActiveProfessionalFactory(max_weeks=1)
    return side


@pytest.fixture
def ranking(session, side):
    """A ranking with people in three sections."""
    ranking = keep(session, side.vacancy)
    assert {match.section for match in ranking.matches} == {"eligible", "to_confirm", "near_miss"}
    return ranking


def keep(session, vacancy):
    ranking = store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))
    session.commit()
    session.expire_all()
    return ranking


def replay(session, ranking):
    session.flush()
    session.expire_all()
    return replay_ranking(session, number=ranking.id)


def is_same(found):
    return found.obstacle is None and not found.differences and found.same == found.compared


def named(found):
    return [(difference.place, difference.what) for difference in found.differences]


def test_nothing_has_changed(session, ranking):
    found = replay(session, ranking)
    assert is_same(found)
    assert found.compared == ranking.listed == len(ranking.matches)


def test_a_ranking_of_nobody(session, side):
    for person in session.scalars(select(Professional)):
        touch_profile(session, person)
    session.execute(update(Professional).values(status="paused"))
    found = replay(session, keep(session, side.vacancy))
    assert is_same(found)
    assert found.compared == 0


def test_a_changed_profile_and_a_changed_vacancy(session, side, ranking):
    side.professional.summary = "Nothing of the kind"
    side.professional.max_weeks = None
    side.professional.languages.clear()
    touch_profile(session, side.professional)
    side.vacancy.min_years_experience = 30
    session.commit()
    assert is_same(replay(session, ranking))
    assert is_same(replay(session, keep(session, side.vacancy)))


def test_somebody_erased(session, side, ranking):
    other = keep(session, next(v for v in side.vacancies.values() if v is not side.vacancy))
    listed = len(ranking.matches)
    erase_from_rankings(session, professional_id=side.professional.id)
    session.flush()
    for stored in (ranking, other):
        found = replay(session, stored)
        assert is_same(found)
        assert (found.compared, stored.erased) == (listed - 1, 1)
    for table in (Match, CandidateVersion):
        rows = select(table).where(table.professional_id == side.professional.id)
        assert session.scalars(rows).all() == []


def change_body(match, *path, value):
    body = inner = match.body
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    match.body = body


def test_a_changed_reason_is_named(session, ranking):
    change_body(ranking.matches[1], "gates", 0, "has", "title", value="Midwifd")
    found = replay(session, ranking)
    assert named(found) == [(2, "body.gates[0].has.title")]
    assert found.same == found.compared - 1
    reference = session.get_one(Professional, ranking.matches[1].professional_id).reference
    assert found.differences[0].reference == reference


@pytest.mark.parametrize("value", [30, 30.01])
def test_points_are_compared_as_they_are_written(session, ranking, value):
    change_body(ranking.matches[0], "criteria", 0, "max", value=value)
    assert named(replay(session, ranking)) == [(1, "body.criteria[0].max")]


@pytest.mark.parametrize("column", ["low", "high", "section"])
def test_a_changed_column_is_named(session, ranking, column):
    setattr(ranking.matches[0], column, "near_miss" if column == "section" else 1)
    assert named(replay(session, ranking))[-1] == (1, column)


def test_two_who_changed_places_are_named(session, ranking):
    first, second = ranking.matches[:2]
    for match, place in ((first, 1000), (second, 1), (first, 2)):
        match.place = place
        session.flush()
    assert named(replay(session, ranking)) == [(1, "place"), (2, "place")]


def test_a_match_that_was_taken_out_is_no_erasure(session, ranking):
    session.execute(delete(Match).where(Match.id == ranking.matches[-1].id))
    listed = ranking.listed
    found = replay(session, ranking)
    assert named(found)[0] == (None, f"{listed - 1} people where there must be {listed}")


@pytest.mark.parametrize("change", ["position", "digest"])
def test_a_changed_list_is_noticed(session, ranking, change):
    if change == "position":
        ranking.position["facility"] = "Elsewhere"
        flag_modified(ranking, "position")
    else:
        ranking.digest = ranking.digest[:-1] + ("0" if ranking.digest[-1] != "0" else "1")
    assert named(replay(session, ranking)) == [(None, "the digest")]


class TestWhatWasReadOfSomebody:
    def test_changed(self, session, ranking):
        self.change(session, ranking, {"max_weeks": 51})
        assert named(replay(session, ranking)) == [
            (1, "what was read of them: it is not what its digest is of")
        ]

    def test_changed_together_with_its_digest(self, session, ranking):
        self.change(session, ranking, {"country_of_origin": "FR"}, seal=True)
        differences = named(replay(session, ranking))
        assert (None, "the digest") in differences
        assert any(place == 1 and what.startswith("body.") for place, what in differences)

    def test_unreadable(self, session, ranking):
        self.change(session, ranking, {"modes": ["abroad"]}, seal=True)
        ((place, what),) = named(replay(session, ranking))
        assert place == 1
        assert what.startswith("what was read of them: modes[0]: must be one of")

    def test_with_a_code_that_does_not_exist(self, session, ranking):
        self.change(session, ranking, {"occupations": [{"code": "0000"}]}, seal=True)
        found = replay(session, ranking)
        assert named(found) == [
            (1, "what was read of them: occupations[0].code: is not a code of the vocabulary")
        ]
        assert found.same == found.compared - 1

    def test_gone_or_somebody_elses(self, session, ranking):
        ranking.matches[0].candidate_version_id = None
        ranking.matches[1].candidate_version_id = ranking.matches[2].candidate_version_id
        assert named(replay(session, ranking)) == [
            (1, "what was read of them: it is gone"),
            (2, "what was read of them: it is gone"),
        ]

    @staticmethod
    def change(session, ranking, changes, *, seal=False):
        version = session.get_one(CandidateVersion, ranking.matches[0].candidate_version_id)
        version.body = {**version.body, **changes}
        if seal:
            version.digest = digest_of(version.body)


class TestVersions:
    def test_old_weights_go_on(self, session, side, ranking, monkeypatch):
        maxima = {**DEFAULT.maxima, "experience": 1000, "origin": 500}
        newer = Weights(version="expert-2", maxima=MappingProxyType(maxima))
        monkeypatch.setattr(sections, "DEFAULT", newer)
        assert find_current_ranking(session, vacancy=side.vacancy) is None
        assert is_same(replay(session, ranking))
        made_with_newer = keep(session, side.vacancy)
        assert made_with_newer.weights == "expert-2"
        assert replay(session, made_with_newer).obstacle is Obstacle.WEIGHTS
        monkeypatch.setattr(weights, "WEIGHTS", {DEFAULT.version: DEFAULT, "expert-2": newer})
        assert is_same(replay(session, made_with_newer))

    @pytest.mark.parametrize(
        ("column", "obstacle"),
        [("engine", Obstacle.ENGINE), ("vocabulary", Obstacle.VOCABULARY), ("weights", Obstacle.WEIGHTS)],
    )
    def test_what_is_not_to_be_had_is_said(self, session, ranking, column, obstacle):
        setattr(ranking, column, "0")
        found = replay(session, ranking)
        assert (found.obstacle, found.compared, found.differences) == (obstacle, 0, ())

    def test_a_change_is_noticed_even_so(self, session, ranking):
        ranking.engine = "0"
        change_body(ranking.matches[0], "score", 0, value=0.5)
        found = replay(session, ranking)
        assert (found.obstacle, named(found)) == (Obstacle.ENGINE, [(None, "the digest")])

    def test_from_before_anything_was_kept(self, session, ranking):
        session.execute(update(Match).values(candidate_version_id=None))
        found = replay(session, ranking)
        assert (found.obstacle, found.differences) == (Obstacle.INPUTS, ())

    def test_our_own_lists_are_at_hand_beside_an_import(self, session, ranking):
        try:
            part = '{"occupations": [], "skills": [], "relations": []}'
            session.add(EscoPart(id=1, digest="1" * 12, occupations=0, skills=0, wordings=0, content=part))
            session.commit()
            take_up_esco(session)
            assert ranking.vocabulary != sections.versions().vocabulary
            assert is_same(replay(session, ranking))
        finally:
            session.execute(delete(EscoPart))
            session.commit()
            take_up_esco(session)


def test_the_first_difference_is_named_by_its_place():
    assert first_difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]}, "x") is None
    assert first_difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2.0}]}, "x") == "x.a[1].b"
    assert first_difference({"a": [1]}, {"a": [1, 2]}, "x") == "x.a"
    assert first_difference({"a": 1}, {"b": 1}, "x") == "x"


def test_a_ranking_row_of_the_factories_is_from_before(session):
    assert replay(session, RankingFactory()).obstacle is Obstacle.ENGINE
    assert session.scalar(select(Ranking.erased)) == 0
