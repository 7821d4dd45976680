"""The ranked list of a vacancy: computed when something changed, stored as shown, read back otherwise."""

import json

from sqlalchemy import insert
from sqlalchemy.orm import Session

from web.models.ranking import Match, Ranking, RankingView
from web.models.user import User
from web.models.vacancy import Vacancy
from web.queries.rankings import find_latest_ranking, find_view
from web.services.matching import RankedSections, Versions, current_revision, position_of, versions
from web.services.pseudonyms import pseudonym_for


def find_current_ranking(session: Session, *, vacancy: Vacancy) -> Ranking | None:
    """Find the stored ranking of a vacancy, unless anything it rests on has changed since."""
    latest = find_latest_ranking(session, vacancy_id=vacancy.id)
    if latest is None:
        return None
    is_current = (
        latest.pool_revision == current_revision(session)
        and Versions(latest.engine, latest.vocabulary, latest.weights) == versions()
        and latest.position == json.loads(json.dumps(position_of(vacancy).to_json()))
    )
    return latest if is_current else None


def store_ranking(session: Session, *, vacancy: Vacancy, ranked: RankedSections) -> Ranking:
    """Keep a ranking as it will be shown, with all that is needed to explain and recompute it."""
    ranking = Ranking(
        vacancy_id=vacancy.id,
        vacancy_version=vacancy.version,
        pool_revision=ranked.pool_revision,
        engine=ranked.versions.engine,
        vocabulary=ranked.versions.vocabulary,
        weights=ranked.versions.weights,
        digest=ranked.digest,
        position=ranked.position,
        counts=ranked.counts,
        listed=len(ranked.matches),
    )
    session.add(ranking)
    session.flush()
    rows = [
        {
            "ranking_id": ranking.id,
            "professional_id": int(found.candidate),
            "place": place,
            "pseudonym": pseudonym_for(session, vacancy_id=vacancy.id, professional_id=int(found.candidate)),
            "section": section,
            "low": found.low,
            "high": found.high,
            "body": found.to_json(),
        }
        for place, (section, found) in enumerate(ranked.matches, start=1)
    ]
    if rows:
        session.execute(insert(Match), rows)
    return ranking


def note_view(session: Session, *, ranking: Ranking, viewer: User) -> None:
    """Keep who was shown a ranking and when first."""
    if find_view(session, ranking_id=ranking.id, user_id=viewer.id) is None:
        session.add(RankingView(ranking_id=ranking.id, user_id=viewer.id))
        session.flush()
