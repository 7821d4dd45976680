"""Migration 0007 with rankings that were stored before it, and with some stored after it."""

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests.factories.placements import CandidateVersionFactory, MatchFactory, RankingFactory
from web import schema
from web.models.candidate_version import CandidateVersion
from web.models.ranking import Match, Ranking


@pytest.fixture
def stored(database: Engine, session: Session) -> dict[int, int]:
    """Two rankings, one of three people and one of nobody, by the number of their matches."""
    full = RankingFactory(listed=3)
    people = [MatchFactory(ranking=full) for _ in range(3)]
    theirs = {"professional": None, "professional_id": people[0].professional_id}
    people[0].candidate_version_id = CandidateVersionFactory(**theirs).id
    empty = RankingFactory()
    session.commit()
    return {full.id: 3, empty.id: 0}


def bodies(database: Engine) -> list[tuple[object, ...]]:
    with Session(database) as session:
        return [
            (match.id, match.ranking_id, match.place, match.pseudonym, match.low, match.body)
            for match in session.scalars(select(Match).order_by(Match.id))
        ]


def test_old_rankings_are_counted_and_keep_their_matches(database: Engine, session: Session, stored):
    before = bodies(database)
    session.close()
    schema.downgrade(database, "0006")
    schema.upgrade(database)
    assert bodies(database) == before
    assert len(before) == 3
    rankings = session.scalars(select(Ranking)).all()
    assert {ranking.id: ranking.listed for ranking in rankings} == stored
    assert {ranking.erased for ranking in rankings} == {0}
    assert set(session.scalars(select(Match.candidate_version_id))) == {None}
    assert session.scalars(select(CandidateVersion)).all() == []
