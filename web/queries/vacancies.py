"""Reading vacancies as their ministry and their coordinators see them."""

from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyEvent, VacancyStatus
from web.queries.keyset import TOP, PageOfRows, Place, read_page


class VacancyOrder(StrEnum):
    """By what a list of vacancies is sorted."""

    NEWEST = "newest"
    START = "start"
    TITLE = "title"


_COLUMNS = {
    VacancyOrder.NEWEST: Vacancy.created_at,
    VacancyOrder.START: Vacancy.earliest_start,
    VacancyOrder.TITLE: Vacancy.title,
}


def find_vacancy(session: Session, vacancy_id: int) -> Vacancy | None:
    """Find a vacancy with all that its pages show; ask permissions before showing it."""
    return session.scalar(
        select(Vacancy)
        .where(Vacancy.id == vacancy_id)
        .options(
            joinedload(Vacancy.facility),
            joinedload(Vacancy.ministry),
            selectinload(Vacancy.languages),
            selectinload(Vacancy.skills),
            selectinload(Vacancy.events).joinedload(VacancyEvent.actor),
        )
    )


def list_vacancies(
    session: Session,
    *,
    visible_to: User,
    status: VacancyStatus | None = None,
    order: VacancyOrder = VacancyOrder.NEWEST,
    place: Place = TOP,
) -> PageOfRows[Vacancy]:
    """Read one page of the vacancies that the user may see."""
    query = _visible(visible_to).options(joinedload(Vacancy.facility))
    if status is not None:
        query = query.where(Vacancy.status == status)
    return read_page(
        session,
        query,
        order=_COLUMNS[order],
        key=Vacancy.id,
        place=place,
        descending=order == VacancyOrder.NEWEST,
    )


def count_vacancies_by_status(session: Session, *, visible_to: User) -> dict[VacancyStatus, int]:
    """Count the vacancies that the user may see, in each state."""
    query = _visible(visible_to).with_only_columns(Vacancy.status, func.count()).group_by(Vacancy.status)
    return {status: number for status, number in session.execute(query)}  # noqa: C416


def _visible(user: User) -> Select[Vacancy]:
    query = select(Vacancy)
    if user.role == Role.MINISTRY:
        return query.where(Vacancy.ministry_id == user.ministry_id)
    if user.role == Role.COORDINATOR:
        return query.where(Vacancy.country.in_(user.countries), Vacancy.status != VacancyStatus.DRAFT)
    return query.where(Vacancy.id.is_(None))
