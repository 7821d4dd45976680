"""Reading stored rankings."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from web.models.ranking import Match, Ranking, RankingView

CHOOSABLE = ("eligible", "to_confirm")


def find_latest_ranking(session: Session, *, vacancy_id: int) -> Ranking | None:
    """Find the last stored ranking of a vacancy."""
    return session.scalar(
        select(Ranking).where(Ranking.vacancy_id == vacancy_id).order_by(Ranking.id.desc()).limit(1)
    )


def find_ranking(session: Session, ranking_id: int) -> Ranking | None:
    """Find a stored ranking."""
    return session.get(Ranking, ranking_id)


def list_matches(session: Session, *, ranking_id: int, section: str | None = None) -> list[Match]:
    """List the stored matches of a ranking, or of one of its sections, in order."""
    statement = select(Match).where(Match.ranking_id == ranking_id)
    if section is not None:
        statement = statement.where(Match.section == section)
    return list(session.scalars(statement.order_by(Match.place)))


def find_match_by_pseudonym(session: Session, *, ranking_id: int, pseudonym: str) -> Match | None:
    """Find somebody in a ranking by the name the ministry knows them by."""
    return session.scalar(
        select(Match)
        .where(Match.ranking_id == ranking_id, Match.pseudonym == pseudonym)
        .options(joinedload(Match.ranking))
    )


def find_first_match(session: Session, *, ranking_id: int, leaving_out: Collection[int]) -> Match | None:
    """Find the best placed person who can be chosen, leaving out some."""
    statement = select(Match).where(Match.ranking_id == ranking_id, Match.section.in_(CHOOSABLE))
    if leaving_out:
        statement = statement.where(Match.professional_id.not_in(leaving_out))
    return session.scalar(statement.order_by(Match.place).limit(1))


def find_match(session: Session, *, ranking_id: int, professional_id: int) -> Match | None:
    """Find somebody in a ranking."""
    return session.scalar(
        select(Match)
        .where(Match.ranking_id == ranking_id, Match.professional_id == professional_id)
        .options(joinedload(Match.ranking))
    )


def find_view(session: Session, *, ranking_id: int, user_id: int) -> RankingView | None:
    """Find the note that a user was shown a ranking."""
    return session.scalar(
        select(RankingView).where(RankingView.ranking_id == ranking_id, RankingView.user_id == user_id)
    )
