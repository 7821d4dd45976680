"""Writing many made-up professionals quickly: table by table instead of person by person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from web.models.base import Base
from web.models.claims import (
    Availability,
    HeldOccupation,
    HeldSkill,
    Licence,
    Qualification,
    SpokenLanguage,
    Verification,
    VerificationMethod,
)
from web.models.professional import Consent, Identity, PoolRevision, Professional
from web.models.user import User
from web.services.demo.professionals import DrawnProfessional

PEOPLE_AT_ONCE = 1000
_DAYS_UNTIL_CHECK = 12

Row = dict[str, Any]


def write_professionals(
    session: Session, drawn: Iterable[DrawnProfessional], *, checkers: Mapping[str, Sequence[int]]
) -> None:
    """Write them all under one new revision of the pool; `checkers` are coordinators by country."""
    revision = _next_revision(session)
    rest = iter(drawn)
    while people := list(islice(rest, PEOPLE_AT_ONCE)):
        numbers = _write_accounts(session, people, revision)
        for model, rows in _claims(people, numbers).items():
            _insert(session, model, rows)
        _write_licences(session, people, numbers, checkers)


def _next_revision(session: Session) -> int:
    count = update(PoolRevision).values(revision=PoolRevision.revision + 1).where(PoolRevision.id == 1)
    return session.execute(
        count.returning(PoolRevision.revision), execution_options={"synchronize_session": False}
    ).scalar_one()


def _write_accounts(session: Session, people: Sequence[DrawnProfessional], revision: int) -> list[int]:
    """Write accounts and profiles; give the numbers of the profiles in order."""
    _insert(session, User, [{**person.user, "version": 1} for person in people])
    users = _numbers_by(session, User.id, User.email, [person.user["email"] for person in people])
    owners = [users[person.user["email"]] for person in people]
    profiles = [
        {**person.professional, "user_id": owner, "revision": revision, "version": 1}
        for person, owner in zip(people, owners, strict=True)
    ]
    _insert(session, Professional, profiles)
    numbers = _numbers_by(session, Professional.id, Professional.user_id, owners)
    return [numbers[owner] for owner in owners]


def _numbers_by(
    session: Session, number: InstrumentedAttribute[int], known: InstrumentedAttribute[Any], values: list[Any]
) -> dict[Any, int]:
    """Read back what the database has numbered, by what we know it by: quicker than asking row by row."""
    return {key: found for found, key in session.execute(select(number, known).where(known.in_(values)))}


def _insert(session: Session, model: type[Base], rows: list[Row]) -> None:
    # The table instead of the class: one statement for all rows, whatever is empty in some of them.
    table = model.__table__
    assert isinstance(table, Table)
    if rows:
        session.execute(insert(table), rows)


def _claims(people: Sequence[DrawnProfessional], numbers: Sequence[int]) -> dict[type[Base], list[Row]]:
    tables: dict[type[Base], list[Row]] = {}
    for person, number in zip(people, numbers, strict=True):
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
            tables.setdefault(model, []).extend({**row, "professional_id": number} for row in rows)
    return tables


def _write_licences(
    session: Session,
    people: Sequence[DrawnProfessional],
    numbers: Sequence[int],
    checkers: Mapping[str, Sequence[int]],
) -> None:
    """Write licences and their checks; nobody has two of one country, so that tells them apart."""
    licences: list[Row] = []
    checks: dict[tuple[int, str], Row] = {}
    for person, number in zip(people, numbers, strict=True):
        begun = person.professional["created_at"]
        colleagues = checkers[person.professional["country_of_origin"]]
        by_whom = {"checked_by_id": colleagues[number % len(colleagues)]}
        for drawn in person.licences:
            licences.append({**drawn.licence, "professional_id": number, "changed_at": begun})
            if drawn.verification:
                at = {"checked_at": begun + timedelta(days=_DAYS_UNTIL_CHECK)}
                signed = _signature(drawn.verification, colleagues, number, at["checked_at"])
                checks[number, drawn.licence["country"]] = {**drawn.verification, **by_whom, **at, **signed}
    _insert(session, Licence, licences)
    _insert(session, Verification, list(_checks_of(session, numbers, checks)))


def _signature(check: Row, colleagues: Sequence[int], number: int, at: datetime) -> Row:
    """Have a second coordinator sign what was checked with the regulator."""
    if check["method"] != VerificationMethod.PRIMARY_SOURCE:
        return {"countersigned_by_id": None, "countersigned_at": None}
    return {
        "countersigned_by_id": colleagues[(number + 1) % len(colleagues)],
        "countersigned_at": at + timedelta(days=1),
    }


def _checks_of(
    session: Session, numbers: Sequence[int], checks: Mapping[tuple[int, str], Row]
) -> Iterator[Row]:
    stored = select(Licence.id, Licence.professional_id, Licence.country)
    of_these = stored.where(Licence.professional_id.in_(numbers)).order_by(Licence.id)
    for licence_id, number, country in session.execute(of_these):
        if (number, country) in checks:
            yield {**checks[number, country], "licence_id": licence_id}
