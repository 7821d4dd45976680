"""Reading cases."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.base import now
from web.models.claims import Licence, Verification
from web.models.placement import OPEN, UNDECIDED, Placement, PlacementStatus
from web.models.professional import Consent, Professional
from web.models.user import Role, User
from web.models.vacancy import Vacancy

PAGE = 50


def find_placement(session: Session, placement_id: int) -> Placement | None:
    """Find a case with what its page shows; ask permissions before showing it."""
    return session.scalar(
        select(Placement)
        .where(Placement.id == placement_id)
        .options(
            joinedload(Placement.vacancy).joinedload(Vacancy.facility),
            joinedload(Placement.vacancy).joinedload(Vacancy.ministry),
            joinedload(Placement.professional).joinedload(Professional.identity),
            joinedload(Placement.professional).joinedload(Professional.user),
            joinedload(Placement.professional).selectinload(Professional.consents),
            joinedload(Placement.professional)
            .selectinload(Professional.licences)
            .selectinload(Licence.verifications)
            .selectinload(Verification.acceptances),
            selectinload(Placement.events),
        )
    )


def waits_for_no_consent() -> ColumnElement[bool]:
    """Leave out the cases of those who said yes and took back that the ministry may know them."""
    standing = exists().where(
        Consent.professional_id == Placement.professional_id,
        Consent.vacancy_id == Placement.vacancy_id,
        Consent.withdrawn_at.is_(None),
        or_(Consent.ends_on.is_(None), Consent.ends_on >= now().date()),
    )
    return or_(Placement.professional_answer.is_(None), standing)


def list_placements(
    session: Session,
    *,
    visible_to: User,
    statuses: Collection[PlacementStatus] | None = None,
    after: int | None = None,
    limit: int = PAGE,
) -> list[Placement]:
    """List the cases a user may see, newest first; `after` is the last id of the page before."""
    statement = _visible(visible_to).options(
        joinedload(Placement.vacancy).joinedload(Vacancy.facility),
        joinedload(Placement.professional).joinedload(Professional.identity),
        joinedload(Placement.professional).selectinload(Professional.consents),
    )
    if statuses is not None:
        statement = statement.where(Placement.status.in_(statuses))
    if after is not None:
        statement = statement.where(Placement.id < after)
    return list(session.scalars(statement.order_by(Placement.id.desc()).limit(limit)))


def _visible(user: User) -> Select[Placement]:
    statement = select(Placement).join(Placement.vacancy)
    if user.role == Role.PROFESSIONAL:
        return statement.join(Placement.professional).where(Professional.user_id == user.id)
    if user.role == Role.MINISTRY:
        return statement.where(Vacancy.ministry_id == user.ministry_id)
    if user.role == Role.COORDINATOR:
        return statement.where(Vacancy.country.in_(user.countries))
    return statement.where(Placement.id.is_(None))


def find_open_placement(session: Session, *, vacancy_id: int, professional_id: int) -> Placement | None:
    """Find the open case of one person for one vacancy."""
    return session.scalar(
        select(Placement).where(
            Placement.vacancy_id == vacancy_id,
            Placement.professional_id == professional_id,
            Placement.status.in_(OPEN),
        )
    )


def is_placed_elsewhere(session: Session, placement: Placement) -> bool:
    """Say whether another case of the same person takes any of the days of this one."""
    statement = select(Placement.id).where(
        Placement.professional_id == placement.professional_id,
        Placement.id != placement.id,
        Placement.holds_post,
        _takes_days(placement.starts_on, placement.ends_on),
    )
    return session.scalar(statement.limit(1)) is not None


def _takes_days(first: date, last: date | None) -> ColumnElement[bool]:
    goes_on = or_(Placement.ends_on.is_(None), Placement.ends_on >= first)
    return goes_on if last is None else goes_on & (Placement.starts_on <= last)


def list_open_placements_between(
    session: Session, *, professional_id: int, first: date, last: date | None, leaving_out: int
) -> list[Placement]:
    """List the open cases of one person on some of these days, but for those of the vacancy left out."""
    statement = (
        select(Placement)
        .where(
            Placement.professional_id == professional_id,
            Placement.vacancy_id != leaving_out,
            Placement.status.in_(OPEN),
            _takes_days(first, last),
        )
        .options(joinedload(Placement.vacancy))
    )
    return list(session.scalars(statement.order_by(Placement.starts_on, Placement.id)))


def list_professionals_with_case(session: Session, *, vacancy_id: int) -> set[int]:
    """List everybody who has or had a case for a vacancy."""
    return set(session.scalars(select(Placement.professional_id).where(Placement.vacancy_id == vacancy_id)))


def list_held_vacancies(session: Session, *, professional_id: int) -> set[int]:
    """List the vacancies in which somebody has one of the posts."""
    holds = (Placement.professional_id == professional_id, Placement.holds_post)
    return set(session.scalars(select(Placement.vacancy_id).where(*holds)))


def list_placements_of_vacancy(session: Session, *, vacancy_id: int) -> list[Placement]:
    """List all cases of a vacancy with their steps, in the order in which they began."""
    return list(
        session.scalars(
            select(Placement)
            .where(Placement.vacancy_id == vacancy_id)
            .options(selectinload(Placement.events))
            .order_by(Placement.id)
        )
    )


def list_undecided_placements(session: Session, *, vacancy_id: int) -> list[Placement]:
    """List the cases of a vacancy that nobody has approved or ended yet."""
    return list(
        session.scalars(
            select(Placement)
            .where(Placement.vacancy_id == vacancy_id, Placement.status.in_(UNDECIDED))
            .order_by(Placement.id)
        )
    )
