"""Reading what waits for a coordinator, oldest first: the first few of a queue, and how long it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from web.models.placement import HOLDS_POST, OPEN, Placement, PlacementStatus
from web.models.professional import Professional
from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyEvent, VacancyStatus
from web.queries.placements import waits_for_no_consent

Row = TypeVar("Row")
Columns = TypeVarTuple("Columns")


@dataclass(frozen=True)
class Waiting(Generic[Row]):
    """The head of a queue: each row with the moment since when it waits, and the length of the whole."""

    rows: Sequence[tuple[Row, datetime]]
    length: int


def list_vacancies_to_review(session: Session, *, visible_to: User, limit: int) -> Waiting[Vacancy]:
    """List the vacancies handed in for review in the user's countries."""
    handed_in = (
        select(func.max(VacancyEvent.at))
        .where(VacancyEvent.vacancy_id == Vacancy.id, VacancyEvent.to_status == VacancyStatus.SUBMITTED)
        .scalar_subquery()
    )
    # A vacancy that came in without a step, by an import, waits since it was made.
    since = func.coalesce(handed_in, Vacancy.created_at, type_=Vacancy.created_at.type)
    query = (
        select(Vacancy, since, func.count().over())
        .where(_is_in_countries(visible_to), Vacancy.status == VacancyStatus.SUBMITTED)
        .options(joinedload(Vacancy.facility), joinedload(Vacancy.ministry))
        .order_by(since, Vacancy.id)
    )
    return _head(session, query, limit)


def list_placements_to_approve(
    session: Session, *, visible_to: User, proposed_by_self: bool, limit: int
) -> Waiting[Placement]:
    """List the agreed cases in the user's countries that they may approve, or that a colleague has to."""
    own = Placement.proposed_by_id == visible_to.id
    # Both have answered: the case waits since the later answer.
    professional, ministry = Placement.professional_answered_at, Placement.ministry_answered_at
    since = func.coalesce(
        case((professional > ministry, professional), else_=ministry),
        Placement.proposed_at,
        type_=Placement.proposed_at.type,
    )
    query = (
        _cases(select(Placement, since, func.count().over()), visible_to)
        .where(
            Placement.status == PlacementStatus.AGREED,
            own if proposed_by_self else ~own,
            waits_for_no_consent(),
        )
        .order_by(since, Placement.id)
    )
    return _head(session, query, limit)


def list_coming_placements(
    session: Session, *, visible_to: User, first: date, last: date, limit: int
) -> Sequence[Placement]:
    """List the placements in the user's countries that start or end between two days, soonest first."""
    starts = and_(Placement.starts_on >= first, Placement.starts_on <= last)
    ends = and_(Placement.ends_on >= first, Placement.ends_on <= last)
    query = (
        _cases(select(Placement), visible_to)
        .where(Placement.status.in_(HOLDS_POST), or_(starts, ends))
        .order_by(case((starts, Placement.starts_on), else_=Placement.ends_on), Placement.id)
    )
    return session.scalars(query.limit(limit)).all()


def list_open_cases(session: Session, *, visible_to: User, professional_id: int) -> Sequence[Placement]:
    """List one person's open cases in the user's countries, oldest first."""
    query = _cases(select(Placement), visible_to).where(
        Placement.professional_id == professional_id, Placement.status.in_(OPEN)
    )
    return session.scalars(query.order_by(Placement.id)).all()


def _cases(query: Select[*Columns], user: User) -> Select[*Columns]:
    return (
        query.join(Placement.vacancy)
        .where(_is_in_countries(user))
        .options(
            contains_eager(Placement.vacancy).joinedload(Vacancy.facility),
            joinedload(Placement.professional).joinedload(Professional.identity),
        )
    )


def _is_in_countries(user: User) -> ColumnElement[bool]:
    return Vacancy.country.in_(user.countries if user.role == Role.COORDINATOR else ())


def _head(session: Session, query: Select[Row, datetime, int], limit: int) -> Waiting[Row]:
    found = session.execute(query.limit(limit)).all()
    return Waiting(rows=[(thing, since) for thing, since, _ in found], length=found[0][2] if found else 0)
