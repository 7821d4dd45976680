"""Removing what is past its time: the rules of the inventory, carried out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from web.models.base import Base
from web.models.candidate_version import CandidateVersion
from web.models.hold import LegalHold
from web.models.inventory import Rule, rules
from web.models.outbox import OutboxMessage
from web.models.placement import OPEN, Placement, PlacementEvent
from web.models.professional import Consent, Professional
from web.models.ranking import Match, Ranking
from web.models.submission import Submission
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyEvent, VacancyStatus

ENDED = (VacancyStatus.FILLED, VacancyStatus.CLOSED, VacancyStatus.CANCELLED)
Condition = ColumnElement[bool]
Number = InstrumentedAttribute[int]


@dataclass(frozen=True)
class Sweep:
    """What one rule removes: rows of one kind whose event was before a moment, but of nobody who is held."""

    rule: Rule
    model: type[Base]
    is_over: Callable[[datetime], Condition]


@dataclass(frozen=True)
class Swept:
    """How many rows went by one rule, or would go."""

    rule: Rule
    table: str
    count: int


def sweep(session: Session, *, at: datetime, dry_run: bool = False) -> Iterator[Swept]:
    """Remove, rule by rule, whatever is past its time at a moment."""
    for each in SWEEPS:
        over = each.is_over(each.rule.ended_before(at))
        count = session.scalar(select(func.count()).select_from(each.model).where(over)) or 0
        if count and not dry_run:
            session.execute(delete(each.model).where(over), execution_options={"synchronize_session": False})
        yield Swept(each.rule, each.model.__tablename__, count)


def _is_held(user_id: Number) -> Condition:
    return exists().where(LegalHold.user_id == user_id, LegalHold.lifted_at.is_(None))


def is_held_professional(professional_id: Number) -> Condition:
    """Say of a row about a professional that it must not go."""
    held = select(LegalHold.user_id).where(LegalHold.lifted_at.is_(None))
    return professional_id.in_(select(Professional.id).where(Professional.user_id.in_(held)))


def _letter_is_over(before: datetime) -> Condition:
    # The last letter to somebody who was erased is of no use once it has left.
    erased = OutboxMessage.user_id.in_(select(User.id).where(User.erased_at.is_not(None)))
    left = OutboxMessage.sent_at.is_not(None)
    return left & or_(erased, OutboxMessage.sent_at < before) & ~_is_held(OutboxMessage.user_id)


def _form_is_over(before: datetime) -> Condition:
    return Submission.created_at < before


def _selection_is_over(before: datetime) -> Condition:
    ended = select(Vacancy.id).where(Vacancy.status.in_(ENDED), _last_step_of(Vacancy.id) < before)
    named = exists().where(Placement.ranking_id == Ranking.id)
    held = exists().where(Match.ranking_id == Ranking.id, is_held_professional(Match.professional_id))
    return Ranking.vacancy_id.in_(ended) & ~named & ~held


def _last_step_of(vacancy_id: Number) -> ColumnElement[datetime]:
    last = select(func.max(VacancyEvent.at)).where(VacancyEvent.vacancy_id == vacancy_id)
    return last.scalar_subquery()


def _reading_is_over(before: datetime) -> Condition:
    """Say which states of people no list rests on any more, whenever they were read."""
    _ = before
    used = exists().where(Match.candidate_version_id == CandidateVersion.id)
    return ~used & ~is_held_professional(CandidateVersion.professional_id)


def _case_is_over(before: datetime) -> Condition:
    last = select(func.max(PlacementEvent.at)).where(PlacementEvent.placement_id == Placement.id)
    closed = Placement.status.not_in(OPEN)
    return closed & (last.scalar_subquery() < before) & ~is_held_professional(Placement.professional_id)


def _consent_is_over(before: datetime) -> Condition:
    return (Consent.withdrawn_at < before) & ~is_held_professional(Consent.professional_id)


def _hold_is_over(before: datetime) -> Condition:
    return LegalHold.lifted_at < before


SWEEPS = (
    Sweep(rules.LETTER, OutboxMessage, _letter_is_over),
    Sweep(rules.FORM, Submission, _form_is_over),
    Sweep(rules.CASE, Placement, _case_is_over),
    Sweep(rules.CONSENT, Consent, _consent_is_over),
    Sweep(rules.SELECTION, Ranking, _selection_is_over),
    Sweep(rules.SELECTION, CandidateVersion, _reading_is_over),
    Sweep(rules.HOLD, LegalHold, _hold_is_over),
)
