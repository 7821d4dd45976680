"""Everybody who may be ranked, read table by table into columns, without an object for each row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matcher import HeldLanguage
from matcher.columns import Several, Sheet
from web.models import claims
from web.models.professional import Professional
from web.models.sealed import Ciphertext, SealedAttribute, opener
from web.services.matching.candidates import (
    decimal_of,
    is_in_pool,
    reentry_of,
    verified_licences,
    warm_keys,
)
from web.services.vocabulary import known_skill

Values = dict[str, list[Any]]


def load_sheet(session: Session) -> Sheet:
    """Read everybody in the pool; days of placements are still free here, see `load_candidates`."""
    people = _read_people(session)
    several = {
        "occupations": people.several("occupations", _occupations(session, people)),
        "skills": people.several("skills", _skills(session, people)),
        "qualifications": people.several("qualifications", _qualifications(session, people)),
        "licences": people.several("licences", _licences(session, people)),
        "availability": people.several("availability", _availability(session, people)),
    }
    return Sheet({**people.single, "languages": _languages(session, people)}, several)


@dataclass(frozen=True)
class _Claims:
    """The rows of one table, in the order of the people: whose each is, and its values by column."""

    owners: NDArray[np.int64]
    values: Values


@dataclass(frozen=True)
class _People:
    """Who is in the pool, in the order of their numbers, and what they state once."""

    numbers: NDArray[np.int64]
    stated_none: list[list[str]]
    single: Values

    def several(self, name: str, held: _Claims) -> Several:
        """Say who states how many of something, or that there are none."""
        counts = np.bincount(held.owners, minlength=len(self.numbers))
        none = np.array([name in stated for stated in self.stated_none], np.bool_)
        return Several((counts > 0) | none, counts, held.values)

    def claims(self, session: Session, model: type[claims.Claim], *names: str) -> _Claims:
        """Read the rows of people in the pool."""
        sealed = {name: each for name, each in model.sealed_attributes().items() if name in names}
        stored = [sealed[name].column if name in sealed else name for name in names]
        columns = [getattr(model, name) for name in dict.fromkeys(("professional_id", "id", *stored))]
        values = _fetch(session, select(*columns).order_by(model.id), columns)
        whose = np.array(values.pop("professional_id"), np.int64)
        owners = self.numbers.searchsorted(whose)
        owners[owners == len(self.numbers)] = 0
        order = (self.numbers[owners] == whose).nonzero()[0] if len(self.numbers) else owners[:0]
        order = order[owners[order].argsort(kind="stable")]
        if not np.array_equal(order, np.arange(len(whose))):
            chosen = order.tolist()
            values = {name: [column[i] for i in chosen] for name, column in values.items()}
        # Opened last: of those who are not in the pool the keys stay where they are.
        for each in sealed.values():
            _open(session, each, values)
        return _Claims(owners[order], {name: values[name] for name in names})


def _read_people(session: Session) -> _People:
    plain = ("language", "max_weeks", "country_of_origin", "residence_country", "credential_level")
    lists = ("modes", "preferred_countries")
    others = ("id", "years_experience", "summary_sealed", "reenter_unlimited", "reenter_until", "stated_none")
    columns = [getattr(Professional, name) for name in (*plain, *lists, *others)]
    read = _fetch(session, select(*columns).where(is_in_pool()).order_by(Professional.id), columns)
    warm_keys(session, is_in_pool())
    _open(session, Professional.summary, read)
    rights = zip(read["reenter_unlimited"], read["reenter_until"], strict=True)
    single: Values = {name: read[name] for name in plain}
    single |= {name: [None if each is None else tuple(each) for each in read[name]] for name in lists}
    single["may_reenter_until"] = [reentry_of(*right) for right in rights]
    single["years_experience"] = list(map(decimal_of, read["years_experience"]))
    single["summary"] = [text or None for text in read["summary"]]
    single["id"] = list(map(str, read["id"]))
    return _People(np.array(read["id"], np.int64), read["stated_none"], single)


def _occupations(session: Session, people: _People) -> _Claims:
    read = people.claims(session, claims.HeldOccupation, "code", "title", "specialty", "years")
    read.values["years"] = list(map(decimal_of, read.values["years"]))
    return read


def _skills(session: Session, people: _People) -> _Claims:
    read = people.claims(session, claims.HeldSkill, "code", "phrase", "level")
    known = {code: known_skill(code) for code in set(read.values["code"])}
    read.values["code"] = [known[code] for code in read.values["code"]]
    return read


def _qualifications(session: Session, people: _People) -> _Claims:
    return people.claims(session, claims.Qualification, "title", "country", "year")


def _licences(session: Session, people: _People) -> _Claims:
    read = people.claims(session, claims.Licence, "id", "country", "regulator", "status", "valid_until")
    verified = verified_licences(session, is_in_pool())
    read.values["verified"] = [number in verified for number in read.values.pop("id")]
    read.values["status"] = [status.value for status in read.values["status"]]
    return read


def _availability(session: Session, people: _People) -> _Claims:
    read = people.claims(session, claims.Availability, "starts_on", "ends_on")
    return _Claims(read.owners, {"start": read.values["starts_on"], "end": read.values["ends_on"]})


def _languages(session: Session, people: _People) -> list[tuple[HeldLanguage, ...] | None]:
    """Read the languages of each person; the same language at the same level is one object."""
    read = people.claims(session, claims.SpokenLanguage, "code", "cefr")
    spoken = list(zip(read.values["code"], read.values["cefr"], strict=True))
    known = {each: HeldLanguage(each[0], each[1].value if each[1] else None) for each in set(spoken)}
    held = [known[each] for each in spoken]
    several = people.several("languages", read)
    stops = several.counts.cumsum()
    spans = zip(several.known.tolist(), (stops - several.counts).tolist(), stops.tolist(), strict=True)
    return [tuple(held[start:stop]) if is_known else None for is_known, start, stop in spans]


def _open(session: Session, attribute: SealedAttribute[Any], values: Values) -> None:
    """Put what a sealed column says in its place."""
    sealed = values.pop(attribute.column)
    values[attribute.name] = list(map(opener(session, attribute), values["id"], sealed))


def _fetch(
    session: Session,
    statement: Select[Any],
    columns: Sequence[InstrumentedAttribute[Any] | ColumnElement[Any]],
) -> Values:
    """Give the values of each column, each different value converted once; a row object apiece takes long."""
    connection = session.connection()
    rows = connection.execute(statement).cursor.fetchall()
    values: Values = {}
    for place, column in enumerate(columns):
        read = [row[place] for row in rows]
        convert = column.type.dialect_impl(connection.dialect).result_processor(connection.dialect, None)
        if convert is not None and not isinstance(column.type, Ciphertext):
            converted = {value: convert(value) for value in set(read)}
            read = [converted[value] for value in read]
        values[str(column.key)] = read
    return values
