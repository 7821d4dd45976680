"""Writing many made-up professionals quickly: table by table instead of person by person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from web.models.base import Base
from web.models.claims import (
    Availability,
    HeldOccupation,
    HeldSkill,
    Licence,
    Qualification,
    SpokenLanguage,
    Verification,
)
from web.models.professional import Consent, Identity, PoolRevision, Professional
from web.models.user import User
from web.services.demo.professionals import DrawnProfessional

PEOPLE_AT_ONCE = 1000

Row = dict[str, Any]


@dataclass
class _Tables:
    """The rows that hang on professionals, by table, and each licence's check."""

    rows: dict[type[Base], list[Row]] = field(default_factory=dict)
    licences: list[Row] = field(default_factory=list)
    checks: list[Row | None] = field(default_factory=list)


def write_professionals(
    session: Session,
    drawn: Iterable[DrawnProfessional],
    *,
    checkers: Mapping[str, Sequence[int]],
) -> None:
    """Write them all under one new revision of the pool; `checkers` are coordinators by country."""
    revision = _next_revision(session)
    for people in _slices(drawn):
        users = _insert(session, User, [person.user for person in people])
        professionals = [
            {**person.professional, "user_id": user_id, "revision": revision}
            for person, user_id in zip(people, users, strict=True)
        ]
        numbers = _insert(session, Professional, professionals)
        tables = _Tables()
        for person, number in zip(people, numbers, strict=True):
            _collect(tables, person, number, checkers)
        _write(session, tables)


def _next_revision(session: Session) -> int:
    count = update(PoolRevision).values(revision=PoolRevision.revision + 1).where(PoolRevision.id == 1)
    return session.execute(
        count.returning(PoolRevision.revision), execution_options={"synchronize_session": False}
    ).scalar_one()


def _slices(drawn: Iterable[DrawnProfessional]) -> Iterator[list[DrawnProfessional]]:
    people: list[DrawnProfessional] = []
    for person in drawn:
        people.append(person)
        if len(people) == PEOPLE_AT_ONCE:
            yield people
            people = []
    if people:
        yield people


def _insert(session: Session, model: type[User | Professional | Licence], rows: list[Row]) -> Sequence[int]:
    """Insert rows and give their numbers in the same order."""
    return session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows).all()


def _collect(
    tables: _Tables, person: DrawnProfessional, number: int, checkers: Mapping[str, Sequence[int]]
) -> None:
    claims: dict[type[Base], list[Row]] = {
        Identity: [person.identity],
        HeldOccupation: person.occupations,
        HeldSkill: person.skills,
        SpokenLanguage: person.languages,
        Qualification: person.qualifications,
        Availability: person.availability,
        Consent: person.consents,
    }
    for model, rows in claims.items():
        stored = tables.rows.setdefault(model, [])
        stored.extend({**row, "professional_id": number} for row in rows)
    signed_up = person.professional["created_at"]
    colleagues = checkers[person.professional["country_of_origin"]]
    for drawn in person.licences:
        tables.licences.append({**drawn.licence, "professional_id": number, "changed_at": signed_up})
        check = drawn.verification and {
            **drawn.verification,
            "checked_by_id": colleagues[number % len(colleagues)],
            "checked_at": signed_up + timedelta(days=12),
        }
        tables.checks.append(check)


def _write(session: Session, tables: _Tables) -> None:
    for model, rows in tables.rows.items():
        if rows:
            session.execute(insert(model), rows)
    if not tables.licences:
        return
    licences = _insert(session, Licence, tables.licences)
    checked = zip(licences, tables.checks, strict=True)
    checks = [{**check, "licence_id": licence_id} for licence_id, check in checked if check]
    if checks:
        session.execute(insert(Verification), checks)
