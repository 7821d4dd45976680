"""Writing many made-up professionals quickly: table by table instead of person by person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert, update
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
    VerificationMethod,
)
from web.models.professional import Consent, Identity, PoolRevision, Professional
from web.models.sealed import PersonalRow, keyring_of
from web.models.sealing import codes_of_words, seal_rows
from web.models.user import User, UserWord
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
        keys = keyring_of(session).new_keys(len(people))
        numbers = _write_accounts(session, people, keys, revision)
        key_of = dict(zip(numbers, keys, strict=True))
        for model, rows in _claims(people, numbers).items():
            _insert_of_people(session, model, rows, key_of)
        _write_licences(session, people, key_of, checkers)


def _next_revision(session: Session) -> int:
    count = update(PoolRevision).values(revision=PoolRevision.revision + 1).where(PoolRevision.id == 1)
    return session.execute(
        count.returning(PoolRevision.revision), execution_options={"synchronize_session": False}
    ).scalar_one()


def _write_accounts(
    session: Session, people: Sequence[DrawnProfessional], keys: Sequence[bytes], revision: int
) -> list[int]:
    """Write accounts and profiles; give the numbers of the profiles in order."""
    accounts = [
        {**person.user, "key_id": key_id, "version": 1} for person, key_id in zip(people, keys, strict=True)
    ]
    words: list[Row] = []
    users = seal_rows(session, User, accounts, keys)
    _insert(session, User, users)
    keyring = keyring_of(session)
    for person, user in zip(people, users, strict=True):
        said = f"{person.user['name']} {person.user['email']}"
        words += [{"user_id": user["id"], "code": code} for code in codes_of_words(keyring, said)]
    _insert(session, UserWord, words)
    profiles = [
        {**person.professional, "user_id": user["id"], "revision": revision, "version": 1}
        for person, user in zip(people, users, strict=True)
    ]
    sealed = seal_rows(session, Professional, profiles, keys)
    _insert(session, Professional, sealed)
    return [profile["id"] for profile in sealed]


def _insert_of_people(
    session: Session, model: type[Base], rows: list[Row], key_of: Mapping[int, bytes]
) -> list[Row]:
    """Write rows of professionals, sealed where their kind is, and give them as they were written."""
    if issubclass(model, PersonalRow):
        rows = seal_rows(session, model, rows, [key_of[row["professional_id"]] for row in rows])
    _insert(session, model, rows)
    return rows


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
    key_of: Mapping[int, bytes],
    checkers: Mapping[str, Sequence[int]],
) -> None:
    """Write licences, and the checks of those that were checked."""
    licences: list[Row] = []
    checks: list[Row | None] = []
    for person, number in zip(people, key_of, strict=True):
        begun = person.professional["created_at"]
        colleagues = checkers[person.professional["country_of_origin"]]
        for drawn in person.licences:
            licences.append({**drawn.licence, "professional_id": number, "changed_at": begun})
            checks.append(_check(drawn.verification, colleagues, number, begun))
    written = _insert_of_people(session, Licence, licences, key_of)
    checked = [(licence, check) for licence, check in zip(written, checks, strict=True) if check]
    rows = [{**check, "licence_id": licence["id"]} for licence, check in checked]
    keys = [key_of[licence["professional_id"]] for licence, _ in checked]
    _insert(session, Verification, seal_rows(session, Verification, rows, keys))


def _check(drawn: Row | None, colleagues: Sequence[int], number: int, begun: datetime) -> Row | None:
    """Say who checked a licence and when; a second coordinator signs what was checked with the regulator."""
    if drawn is None:
        return None
    at = begun + timedelta(days=_DAYS_UNTIL_CHECK)
    by_whom = {"checked_by_id": colleagues[number % len(colleagues)], "checked_at": at}
    if drawn["method"] != VerificationMethod.PRIMARY_SOURCE:
        return {**drawn, **by_whom, "countersigned_by_id": None, "countersigned_at": None}
    signed_by = colleagues[(number + 1) % len(colleagues)]
    signed = {"countersigned_by_id": signed_by, "countersigned_at": at + timedelta(days=1)}
    return {**drawn, **by_whom, **signed}
