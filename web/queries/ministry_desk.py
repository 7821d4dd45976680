"""Reading what waits for a ministry, oldest first."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.facility import Facility, Readiness
from web.models.placement import Placement, PlacementStatus
from web.models.professional import Professional
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyEvent, VacancyStatus
from web.queries.placements import waits_for_no_consent

IN_VIEW = (VacancyStatus.SUBMITTED, VacancyStatus.PUBLISHED)


def list_cases_to_answer(session: Session, *, visible_to: User, limit: int) -> Sequence[Placement]:
    """List the cases in which the ministry has still to say yes or no."""
    return session.scalars(
        select(Placement)
        .join(Placement.vacancy)
        .where(
            Vacancy.ministry_id == visible_to.ministry_id,
            Placement.status == PlacementStatus.PROPOSED,
            Placement.ministry_answer.is_(None),
            waits_for_no_consent(),
        )
        .options(
            joinedload(Placement.vacancy).joinedload(Vacancy.facility),
            joinedload(Placement.professional).joinedload(Professional.identity),
            joinedload(Placement.professional).selectinload(Professional.consents),
        )
        .order_by(Placement.proposed_at, Placement.id)
        .limit(limit)
    ).all()


def list_unfinished_vacancies(session: Session, *, visible_to: User, limit: int) -> Sequence[Vacancy]:
    """List what the ministry has still to hand in: returned vacancies first, then drafts."""
    return session.scalars(
        select(Vacancy)
        .where(
            Vacancy.ministry_id == visible_to.ministry_id,
            Vacancy.status.in_((VacancyStatus.RETURNED, VacancyStatus.DRAFT)),
        )
        .options(joinedload(Vacancy.facility), selectinload(Vacancy.events).joinedload(VacancyEvent.actor))
        .order_by(Vacancy.status == VacancyStatus.DRAFT, Vacancy.id)
        .limit(limit)
    ).all()


def list_facilities_not_attested(session: Session, *, visible_to: User, limit: int) -> Sequence[Facility]:
    """List the facilities of the ministry's current vacancies whose readiness nobody has stated."""
    in_view = select(Vacancy.facility_id).where(
        Vacancy.ministry_id == visible_to.ministry_id, Vacancy.status.in_(IN_VIEW)
    )
    return session.scalars(
        select(Facility)
        .outerjoin(Facility.readiness)
        .where(Facility.id.in_(in_view), Readiness.id.is_(None))
        .order_by(Facility.id)
        .limit(limit)
    ).all()
