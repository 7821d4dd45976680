"""Reading stored rankings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session, joinedload

from web.models.claims import Cefr, SpokenLanguage
from web.models.professional import Professional
from web.models.ranking import Match, Ranking, RankingView

CHOOSABLE = ("eligible", "to_confirm")


@dataclass(frozen=True)
class MatchFilter:
    """Whom of a ranking to list; what is None or False does not narrow."""

    language: str | None = None
    level: Cefr | None = None
    credential_level: int | None = None
    is_free: bool = False
    wishes_country: bool = False


NO_FILTER = MatchFilter()


def find_latest_ranking(session: Session, *, vacancy_id: int) -> Ranking | None:
    """Find the last stored ranking of a vacancy."""
    return session.scalar(
        select(Ranking).where(Ranking.vacancy_id == vacancy_id).order_by(Ranking.id.desc()).limit(1)
    )


def list_first_matches(session: Session, *, ranking_id: int, limit: int) -> Sequence[Match]:
    """List the first matches of a ranking, whatever their section."""
    return session.scalars(
        select(Match).where(Match.ranking_id == ranking_id).order_by(Match.place).limit(limit)
    ).all()


def list_matches(
    session: Session,
    *,
    ranking_id: int,
    section: str,
    narrowed: MatchFilter = NO_FILTER,
    after: int | None = None,
    limit: int,
) -> list[Match]:
    """List the matches of one section in order; `after` is the last place of the page before."""
    statement = select(Match).where(Match.ranking_id == ranking_id, Match.section == section)
    statement = _narrow(statement, narrowed).order_by(Match.place)
    if after is not None:
        statement = statement.where(Match.place > after)
    if not (narrowed.is_free or narrowed.wishes_country):
        return list(session.scalars(statement.limit(limit)))
    found: list[Match] = []
    for match in session.scalars(statement):
        if _holds(match, narrowed):
            found.append(match)
        if len(found) == limit:
            break
    return found


def _narrow(statement: Select[Match], narrowed: MatchFilter) -> Select[Match]:
    if narrowed.language:
        levels = list(Cefr)
        enough = levels[levels.index(narrowed.level) :] if narrowed.level else levels
        statement = statement.where(
            exists().where(
                SpokenLanguage.professional_id == Match.professional_id,
                SpokenLanguage.code == narrowed.language,
                SpokenLanguage.cefr.in_(enough),
            )
        )
    if narrowed.credential_level:
        statement = statement.join(Professional, Professional.id == Match.professional_id).where(
            Professional.credential_level <= narrowed.credential_level
        )
    return statement


def _holds(match: Match, narrowed: MatchFilter) -> bool:
    # These two stand in the reasons as the engine gave them.
    criteria = {criterion["name"]: criterion for criterion in match.body["criteria"]}
    availability, preference = criteria["availability"], criteria["preference"]
    is_free = availability["points"][0] == availability["max"]
    return (is_free or not narrowed.is_free) and (
        bool(preference["evidence"].get("here")) or not narrowed.wishes_country
    )


def list_matches_of(
    session: Session, *, ranking_id: int, professional_ids: Collection[int]
) -> Sequence[Match]:
    """List the places of some people in a ranking."""
    return session.scalars(
        select(Match)
        .where(Match.ranking_id == ranking_id, Match.professional_id.in_(professional_ids))
        .order_by(Match.place)
    ).all()


def find_match(session: Session, *, ranking_id: int, professional_id: int) -> Match | None:
    """Find somebody in a ranking."""
    return session.scalar(
        select(Match)
        .where(Match.ranking_id == ranking_id, Match.professional_id == professional_id)
        .options(joinedload(Match.ranking))
    )


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


def find_view(session: Session, *, ranking_id: int, user_id: int) -> RankingView | None:
    """Find the note that a user was shown a ranking."""
    return session.scalar(
        select(RankingView).where(RankingView.ranking_id == ranking_id, RankingView.user_id == user_id)
    )
