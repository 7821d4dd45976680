"""The ranked list of a vacancy: computed when something changed, stored as shown, read back otherwise."""

import json

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from web.models.candidate_version import CandidateVersion
from web.models.professional import Professional
from web.models.ranking import Match, Ranking, RankingView
from web.models.sealing import keys_of_people, seal_rows
from web.models.user import User
from web.models.vacancy import Vacancy
from web.queries.rankings import find_latest_ranking, find_view
from web.services.candidate_versions import keep_candidate_versions
from web.services.errors import ConflictError
from web.services.matching import (
    RankedSections,
    Versions,
    current_revision,
    is_in_pool,
    position_of,
    versions,
)
from web.services.pseudonyms import pseudonym_for


class SomebodyLeftError(ConflictError):
    """Somebody in the list may not be ranked any more: erased, paused or locked out since it was computed."""


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
    _hold_listed(session, ranked)
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
    people = [int(found.candidate) for _, found in ranked.matches]
    kept = keep_candidate_versions(session, inputs=dict(zip(people, ranked.inputs, strict=True)))
    rows = [
        {
            "ranking_id": ranking.id,
            "professional_id": person,
            "candidate_version_id": kept[person],
            "place": place,
            "pseudonym": pseudonym_for(session, vacancy_id=vacancy.id, professional_id=person),
            "section": section,
            "low": found.low,
            "high": found.high,
            "body": found.to_json(),
        }
        for place, (person, (section, found)) in enumerate(zip(people, ranked.matches, strict=True), start=1)
    ]
    if rows:
        keys = keys_of_people(session, people)
        session.execute(insert(Match), seal_rows(session, Match, rows, [keys[person] for person in people]))
    return ranking


def _hold_listed(session: Session, ranked: RankedSections) -> None:
    # In one order, so that two who store do not wait in a circle. Nobody listed is erased before we are done.
    listed = {int(found.candidate) for _, found in ranked.matches}
    held = select(Professional.id).where(Professional.id.in_(listed), is_in_pool()).order_by(Professional.id)
    if set(session.scalars(held.with_for_update(read=True, of=Professional))) != listed:
        raise SomebodyLeftError


def erase_from_rankings(session: Session, *, professional_id: int) -> None:
    """Take a person out of every ranking, with all that the engine read of them; the others stay as shown."""
    listing = select(Match.ranking_id).where(Match.professional_id == professional_id)
    session.execute(
        update(Ranking)
        .where(Ranking.id.in_(listing))
        .values(erased=Ranking.erased + 1)
        .execution_options(synchronize_session="fetch")
    )
    session.execute(delete(Match).where(Match.professional_id == professional_id))
    session.execute(delete(CandidateVersion).where(CandidateVersion.professional_id == professional_id))


def note_view(session: Session, *, ranking: Ranking, viewer: User) -> None:
    """Keep who was shown a ranking and when first."""
    if find_view(session, ranking_id=ranking.id, user_id=viewer.id) is None:
        session.add(RankingView(ranking_id=ranking.id, user_id=viewer.id))
        session.flush()
