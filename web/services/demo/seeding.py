"""Filling a database with a demo that has something on every page; nobody in it is real."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.models.professional import Professional
from web.models.user import User
from web.models.vacancy import Vacancy
from web.queries.users import find_user_by_email
from web.services.audit import record_act
from web.services.demo.accounts import DemoStaff, ensure_staff
from web.services.demo.cases import CaseMaker
from web.services.demo.places import ensure_readiness, list_places
from web.services.demo.professionals import DrawnProfessional, draw_professional
from web.services.demo.reference import load_reference
from web.services.demo.sign_ins import ADMIN
from web.services.demo.vacancies import draw_vacancy
from web.services.demo.writing import write_professionals

PROFESSIONALS = 400
VACANCIES = 60
# Cases are made of the people and vacancies that every demo has, whatever its size.
MOST_WITH_CASES = VACANCIES


@dataclass(frozen=True)
class DemoSize:
    """How many made-up professionals and vacancies there are."""

    professionals: int
    vacancies: int


@dataclass(frozen=True)
class _Lot:
    session: Session
    seed: int
    now: datetime
    password_hash: str


def count_demo(session: Session) -> DemoSize:
    """Count what there is of the demo."""
    professionals = select(func.count(Professional.id)).join(User).where(User.is_demo)
    vacancies = (
        select(func.count(Vacancy.id)).join(User, User.id == Vacancy.created_by_id).where(User.is_demo)
    )
    return DemoSize(session.scalar(professionals) or 0, session.scalar(vacancies) or 0)


def seed_demo(session: Session, *, wanted: DemoSize, seed: int, today: date, password_hash: str) -> DemoSize:
    """Add what is missing to the size wanted, and tell how much that was; nothing is taken away.

    Every row follows from the seed and its own number: a larger demo begins with the smaller one.
    """
    lot = _Lot(session, seed, datetime.combine(today, time(12), UTC), password_hash)
    there = count_demo(session)
    staff = ensure_staff(session, reference=load_reference(), password_hash=password_hash, today=lot.now)
    first = min(wanted.professionals, max(PROFESSIONALS, there.professionals))
    _add_professionals(lot, staff, there.professionals, first)
    _add_vacancies(lot, staff, there.vacancies, wanted.vacancies)
    _add_professionals(lot, staff, max(first, there.professionals), wanted.professionals)
    added = DemoSize(
        max(wanted.professionals - there.professionals, 0), max(wanted.vacancies - there.vacancies, 0)
    )
    if added.professionals or added.vacancies:
        admin = find_user_by_email(session, ADMIN)
        assert admin is not None
        record_act(session, actor=None, action="demo.seed", thing=admin, seed=str(seed))
    return added


def _add_professionals(lot: _Lot, staff: DemoStaff, there: int, wanted: int) -> None:
    if wanted <= there:
        return
    checkers = {country: [user.id for user in pair] for country, pair in staff.coordinators.items()}
    write_professionals(lot.session, _draw_professionals(lot, there, wanted), checkers=checkers)


def _draw_professionals(lot: _Lot, there: int, wanted: int) -> Iterator[DrawnProfessional]:
    reference = load_reference()
    for number in range(there + 1, wanted + 1):
        yield draw_professional(
            number,
            seed=lot.seed,
            today=lot.now.date(),
            reference=reference,
            password_hash=lot.password_hash,
        )


def _add_vacancies(lot: _Lot, staff: DemoStaff, there: int, wanted: int) -> None:
    if wanted <= there:
        return
    session, reference = lot.session, load_reference()
    places = list_places(session, list(reference.countries))
    cases = CaseMaker(session, staff, lot.now)
    for number in range(there + 1, wanted + 1):
        vacancy = draw_vacancy(
            number, seed=lot.seed, now=lot.now, reference=reference, staff=staff, places=places
        )
        session.add(vacancy)
        session.flush()
        is_ready = number <= MOST_WITH_CASES and cases.add_cases(vacancy)
        if is_ready:
            _fund(vacancy)
        ensure_readiness(
            session, vacancy.facility, staff=staff, seed=lot.seed, today=lot.now, is_ready=is_ready
        )


def _fund(vacancy: Vacancy) -> None:
    """Where somebody agreed, nothing but the second coordinator's look is missing."""
    if not vacancy.funded:
        vacancy.funded, vacancy.budget_line = True, f"DEMO-{vacancy.id:03d}"
