"""Reading the vacancies a profile is compared with."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.vacancy import Vacancy, VacancyStatus


def list_comparable_vacancies(session: Session, *, today: date) -> Sequence[Vacancy]:
    """List every published vacancy that can still begin, with all that the engine asks about."""
    return session.scalars(
        select(Vacancy)
        .where(Vacancy.status == VacancyStatus.PUBLISHED, Vacancy.latest_start >= today)
        .options(joinedload(Vacancy.facility), selectinload(Vacancy.languages), selectinload(Vacancy.skills))
        .order_by(Vacancy.id)
    ).all()
