"""One spoilt or forged row of a ranking is named in words; the others are compared all the same."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests.factories.base import bound_session
from tests.factories.placements import RankingViewFactory
from tests.factories.professionals import ActiveProfessionalFactory
from tests.factories.scenes import make_scene
from tests.support.kept import make_once
from tests.support.keys import keyring
from web.models.base import now
from web.models.candidate_version import CandidateVersion
from web.models.ranking import Match
from web.services.canonical import digest_of
from web.services.matching import rank_vacancy
from web.services.pseudonyms import KEY
from web.services.ranking_replays import replay_ranking
from web.services.rankings import erase_from_rankings, store_ranking

NO_JSON = ["", "{", "nonsense", "[" * 100_000, "9" * 5_000, b"{\xff}"]
SEALED = {"match": Match, "candidate_version": CandidateVersion}
OTHER_SHAPES = ["[]", "7", "null", '"text"', '{"unheard of": [1]}']


@pytest.fixture
def ranking(session):
    return make_once(session, make_ranking)


def make_ranking():
    session = bound_session()
    ActiveProfessionalFactory(modes=None, summary="")
    ActiveProfessionalFactory(max_weeks=1)
    vacancy = make_scene().a.vacancy
    return store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))


@pytest.fixture
def listed(ranking):
    """How many people are in it; read before anything is spoilt."""
    return ranking.listed


@pytest.fixture
def replayed(session, ranking):
    """Replay the ranking; give what differs, and how many of how many people are the same."""

    number = ranking.id

    def replay():
        session.flush()
        session.expire_all()
        found = replay_ranking(session, number=number)
        same = (found.same, found.compared) if found.obstacle is None else found.obstacle
        return [(each.place, each.what) for each in found.differences], same

    return replay


@pytest.fixture
def write(session):
    """Put bytes or text where JSON stands, as no model would: sealed, by who has the keys."""

    def write(table, column, number, value):
        if table in SEALED:
            row = session.get_one(SEALED[table], number)
            plain = value if isinstance(value, bytes) else value.encode()
            row.body_sealed = keyring().seal(row.person.key_id, plain, f"{table}:{number}:body")
            session.flush()
            return
        kind = "text" if session.get_bind().dialect.name == "sqlite" else "json"
        statement = text(f"UPDATE {table} SET {column} = CAST(:value AS {kind}) WHERE id = :id")
        session.execute(statement, {"value": value, "id": number})

    return write


def first(session):
    return session.scalars(select(Match).order_by(Match.place)).first()


def test_nothing_is_spoilt(listed, replayed):
    assert replayed() == ([], (listed, listed))


def test_what_does_not_open_is_named(session, listed, replayed):
    """Moved from one person's row to another's, it is noise."""
    one, other = session.scalars(select(Match).order_by(Match.place).limit(2))
    one.body_sealed, other.body_sealed = other.body_sealed, one.body_sealed
    differences, same = replayed()
    assert differences[:2] == [(1, "body: it is not JSON"), (2, "body: it is not JSON")]
    assert same == (listed - 2, listed)


class TestNoJson:
    """SQLite alone takes it."""

    pytestmark = pytest.mark.parametrize("value", NO_JSON)

    def test_reasons(self, session, listed, replayed, write, value):
        write("match", "body", first(session).id, value)
        differences, same = replayed()
        assert (1, "body: it is not JSON") in differences
        assert same == (listed - 1, listed)
        assert {place for place, _ in differences} == {1}

    def test_what_was_read_of_somebody(self, session, listed, replayed, write, value):
        write("candidate_version", "body", first(session).candidate_version_id, value)
        assert replayed() == (
            [(1, "what was read of them: it is not JSON")],
            (listed - 1, listed),
        )

    def test_the_position(self, ranking, listed, replayed, write, value):
        write("ranking", "position", ranking.id, value)
        assert replayed() == ([(None, "position: it is not JSON")], (0, listed))

    def test_the_counts(self, ranking, listed, replayed, write, value):
        write("ranking", "counts", ranking.id, value)
        assert replayed() == ([(None, "counts: it is not JSON")], (listed, listed))

    def test_reasons_of_a_list_that_cannot_be_computed(self, session, ranking, replayed, write, value):
        ranking.engine = "0"
        session.flush()
        write("match", "body", first(session).id, value)
        assert replayed() == ([(1, "body: it is not JSON")], "engine")


def test_a_day_that_is_none(session, replayed):
    session.execute(text("UPDATE ranking SET created_at = 'some day'"))
    assert replayed() == ([(None, "its row cannot be read")], (0, 0))


@pytest.mark.usefixtures("database")
class TestOtherShapes:
    pytestmark = pytest.mark.parametrize("value", OTHER_SHAPES)

    def test_reasons(self, session, listed, replayed, write, value):
        write("match", "body", first(session).id, value)
        assert replayed() == ([(1, "body")], (listed - 1, listed))

    def test_what_was_read_of_somebody(self, session, listed, replayed, write, value):
        version = session.get_one(CandidateVersion, first(session).candidate_version_id)
        version.digest = digest_of(json.loads(value))
        session.flush()
        write("candidate_version", "body", version.id, value)
        differences, (same, compared) = replayed()
        assert differences[0][0] in {None, 1}
        assert same < compared == listed

    def test_the_position(self, ranking, listed, replayed, write, value):
        write("ranking", "position", ranking.id, value)
        differences, same = replayed()
        assert differences[0] == (None, "position.id: it is not that of the vacancy")
        assert differences[1][1].startswith("position")
        assert same == (0, listed)

    def test_the_counts(self, ranking, listed, replayed, write, value):
        write("ranking", "counts", ranking.id, value)
        differences, same = replayed()
        assert differences
        assert all(what.startswith("counts") for _, what in differences)
        assert same == (listed, listed)


@pytest.mark.usefixtures("database")
class TestTheRestOfTheDatabase:
    def test_a_ranking_hung_under_another_vacancy(self, session, ranking, replayed):
        ranking.vacancy_id = make_scene().b.vacancy.id
        differences, _ = replayed()
        assert (None, "position.id: it is not that of the vacancy") in differences

    def test_somebody_hidden_behind_the_name_of_another(self, session, listed, replayed):
        first(session).pseudonym = "P-AAAA-AAAA"
        assert replayed() == ([(1, "pseudonym")], (listed - 1, listed))

    def test_names_of_another_key_are_no_difference(self, session, ranking, monkeypatch):
        monkeypatch.setitem(session.info, KEY, "another")
        found = replay_ranking(session, number=ranking.id)
        assert (found.has_other_pseudonyms, found.differences) == (True, ())

    @pytest.mark.parametrize("place", [-3, 0, 1000])
    def test_a_place_that_is_not_in_the_list(self, session, ranking, listed, replayed, place):
        ranking.matches[0 if place < 1 else -1].place = place
        assert replayed() == ([(place, f"place, of {listed}")], (listed - 1, listed))

    def test_gaps_are_of_those_who_were_erased(self, session, listed, replayed):
        erase_from_rankings(session, professional_id=first(session).professional_id)
        assert replayed() == ([], (listed - 1, listed - 1))

    def test_fewer_counted_than_listed(self, session, ranking, replayed):
        ranking.counts = {**ranking.counts, "near_miss": 0}
        ((place, what),) = replayed()[0]
        assert (place, what[:17]) == (None, "counts.near_miss:")

    @pytest.mark.parametrize("column", ["vacancy_version", "pool_revision"])
    def test_a_version_that_has_not_come(self, ranking, replayed, column):
        setattr(ranking, column, 10**6)
        ((_, what),) = replayed()[0]
        assert what.startswith(f"{column}: ")

    @pytest.mark.parametrize(
        ("days", "words"), [(-400, "the vacancy was begun later"), (2, "the list was there before")]
    )
    def test_a_day_on_which_it_cannot_have_been_made(self, session, ranking, replayed, days, words):
        RankingViewFactory(ranking=ranking)
        assert replayed()[0] == []
        ranking.created_at += timedelta(days=days)
        assert replayed()[0] == [(None, f"created_at: {words}")]

    def test_a_day_to_come(self, ranking, replayed):
        ranking.created_at = now() + timedelta(days=1)
        assert replayed()[0] == [(None, "created_at: the list was there before")]
