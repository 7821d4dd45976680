"""Reading rankings as they are written: JSON as its bytes, so that one spoilt value stops nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Label, LargeBinary, Text, and_, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from web.keys import BrokenSealError, KeyDestroyedError, Keyring
from web.models.candidate_version import CandidateVersion
from web.models.professional import Professional
from web.models.ranking import Match, Ranking, RankingView
from web.models.sealed import keyring_of, place
from web.models.vacancy import Vacancy

Written = str | bytes
"""JSON that nobody has read yet."""


class UnreadableRankingError(ValueError):
    """The row of a ranking holds something that its columns cannot, such as a day that is none."""


@dataclass(frozen=True)
class StoredRanking:
    """The row of a ranking, and what the rest of the database says of its vacancy and of who was shown it."""

    id: int
    vacancy_id: int
    vacancy_version: int
    pool_revision: int
    engine: str
    vocabulary: str
    weights: str
    digest: str
    listed: int
    erased: int
    created_at: datetime
    position: Written
    counts: Written
    latest_vacancy_version: int
    vacancy_begun_at: datetime
    first_shown_at: datetime | None


@dataclass(frozen=True)
class StoredMatch:
    """The row of one person in a ranking, and what the engine had read of them, where that was kept."""

    professional_id: int
    reference: str
    place: int
    pseudonym: str
    section: str
    low: int
    high: int
    body: Written
    read: Written | None
    read_digest: str | None


def list_ranking_numbers(session: Session, *, since: datetime | None = None) -> Sequence[int]:
    """List the numbers of all stored rankings, or of those since a moment, oldest first."""
    statement = select(Ranking.id).order_by(Ranking.id)
    if since is not None:
        statement = statement.where(Ranking.created_at >= since)
    return session.scalars(statement).all()


def find_stored_ranking(session: Session, *, number: int) -> StoredRanking | None:
    """Find the row of a ranking; raises UnreadableRankingError where it cannot be read."""
    first_shown = select(func.min(RankingView.at)).where(RankingView.ranking_id == Ranking.id)
    columns: list[Any] = [
        *(Ranking.id, Ranking.vacancy_id, Ranking.vacancy_version, Ranking.pool_revision),
        *(Ranking.engine, Ranking.vocabulary, Ranking.weights, Ranking.digest),
        *(Ranking.listed, Ranking.erased, Ranking.created_at),
        *(_as_written(session, column) for column in (Ranking.position, Ranking.counts)),
        *(Vacancy.version, Vacancy.created_at, first_shown.scalar_subquery()),
    ]
    statement = select(*columns).join(Vacancy, Vacancy.id == Ranking.vacancy_id).where(Ranking.id == number)
    try:
        rows = session.execute(statement).all()
    except (TypeError, ValueError) as error:
        raise UnreadableRankingError(str(error)) from error
    return next((StoredRanking(*row) for row in rows), None)


def list_stored_matches(session: Session, *, ranking_id: int) -> list[StoredMatch]:
    """List everybody in a ranking, in order, with what they were judged by."""
    theirs = and_(
        CandidateVersion.id == Match.candidate_version_id,
        CandidateVersion.professional_id == Match.professional_id,
    )
    rows = session.execute(
        select(
            *(Match.professional_id, Professional.reference, Match.place, Match.pseudonym),
            *(Match.section, Match.low, Match.high, Match.id, Match.body_sealed.label("body")),
            *(CandidateVersion.id.label("version"), CandidateVersion.body_sealed.label("read")),
            CandidateVersion.digest,
        )
        .join(Professional, Professional.id == Match.professional_id)
        .outerjoin(CandidateVersion, theirs)
        .where(Match.ranking_id == ranking_id)
        .order_by(Match.place)
    )
    keyring = keyring_of(session)
    return [
        StoredMatch(
            professional_id=row.professional_id,
            reference=row.reference,
            place=row.place,
            pseudonym=row.pseudonym,
            section=row.section,
            low=row.low,
            high=row.high,
            body=_opened(keyring, row.body, place("match", row.id, "body")),
            read=_opened(keyring, row.read, place("candidate_version", row.version, "body"))
            if row.read
            else None,
            read_digest=row.digest,
        )
        for row in rows
    ]


def _opened(keyring: Keyring, sealed: bytes, where: str) -> bytes:
    try:
        return keyring.open(sealed, where)
    except (BrokenSealError, KeyDestroyedError):
        return sealed  # which nobody can read, and which is told of like anything else that is spoilt


def _as_written(session: Session, column: InstrumentedAttribute[Any]) -> Label[Any]:
    # SQLite takes anything for text, also what is no UTF-8; as bytes it can be fetched all the same.
    kind = LargeBinary if session.get_bind().dialect.name == "sqlite" else Text
    table = column.class_.__tablename__
    return cast(column, kind()).label(f"{table}_{column.key}")
