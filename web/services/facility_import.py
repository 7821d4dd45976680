"""Bringing a list of facilities into the database: new rows, changed rows, and nothing twice.

A row is known again by its code, or else by country, region, name and kind. Several facilities may share all
four: they are told apart by their place first and by their order after that. So a list sorted anew changes
nothing, and corrected coordinates are a change instead of a new facility.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.folding import fold
from web.models.base import now
from web.models.facility import Facility
from web.models.user import User
from web.queries.facility_words import facility_search_text
from web.services.audit import record_act
from web.services.errors import ConflictError
from web.services.facility_list import ListedFacility

_ROWS_AT_ONCE = 1000
_STATED = ("country", "region", "name", "kind", "ownership", "latitude", "longitude")
_DIGITS_OF_IDENTITY = 24


class AlreadyImportingError(ConflictError):
    """Somebody else is importing the same list at this moment."""


@dataclass(slots=True)
class FacilityChanges:
    """What importing a list does. `gone` are stored but no longer in the list; they stay."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class _StoredFacility:
    id: int
    number: int
    stated: tuple[Any, ...]


def import_facilities(
    session: Session, *, facilities: Iterable[ListedFacility], source: str, actor: User | None = None
) -> FacilityChanges:
    """Write what is new or changed since this source was last imported."""
    changes = compare_facilities(session, facilities=facilities, source=source)
    try:
        for rows in _slices(changes.new):
            session.execute(insert(Facility), rows)
    except IntegrityError as error:
        raise AlreadyImportingError from error
    for rows in _slices(changes.changed):
        session.execute(update(Facility), rows)
    if changes.new or changes.changed:
        _record_import(session, actor=actor, source=source, changes=changes)
    return changes


def compare_facilities(
    session: Session, *, facilities: Iterable[ListedFacility], source: str
) -> FacilityChanges:
    """Say what importing these facilities would do, without doing it."""
    stored = _stored_by_identity(session, source)
    listed: dict[str, list[ListedFacility]] = defaultdict(list)
    for facility in facilities:
        listed[_identity(facility)].append(facility)
    changes = FacilityChanges()
    for identity, group in listed.items():
        _compare_group(identity, group, stored.pop(identity, []), source, changes)
    changes.gone += sum(len(group) for group in stored.values())
    return changes


def _identity(facility: ListedFacility) -> str:
    words = (facility.region, facility.name, facility.kind)
    known_by = facility.code or " / ".join(fold(text) for text in words)
    return hashlib.sha256(f"{facility.country} / {known_by}".encode()).hexdigest()[:_DIGITS_OF_IDENTITY]


def _stored_by_identity(session: Session, source: str) -> dict[str, list[_StoredFacility]]:
    columns = (getattr(Facility, name) for name in _STATED)
    rows = session.execute(
        select(Facility.id, Facility.source_key, *columns).where(Facility.source == source)
    )
    stored: dict[str, list[_StoredFacility]] = defaultdict(list)
    for facility_id, source_key, *stated in rows:
        identity, number = source_key.split("-")
        stored[identity].append(_StoredFacility(facility_id, int(number), tuple(stated)))
    for group in stored.values():
        group.sort(key=lambda facility: facility.number)
    return stored


def _compare_group(
    identity: str,
    group: Sequence[ListedFacility],
    stored: Sequence[_StoredFacility],
    source: str,
    changes: FacilityChanges,
) -> None:
    """Pair the listed and stored facilities that share an identity: by place, then in order."""
    unpaired = dict.fromkeys(stored)
    at_place: dict[tuple[Any, ...], deque[_StoredFacility]] = defaultdict(deque)
    for facility in stored:
        at_place[facility.stated[-2:]].append(facility)
    moved = []
    for listed in group:
        if same_place := at_place[listed.latitude, listed.longitude]:
            twin = same_place.popleft()
            del unpaired[twin]
            _note_pair(listed, twin, changes)
        else:
            moved.append(listed)
    in_order, last = iter(list(unpaired)), max((facility.number for facility in stored), default=0)
    for listed in moved:
        if (before := next(in_order, None)) is not None:
            _note_pair(listed, before, changes)
        else:
            last += 1
            key = {"source": source, "source_key": f"{identity}-{last}", "created_at": now()}
            changes.new.append({**_columns(listed), **key})
    changes.gone += sum(1 for _ in in_order)


def _note_pair(listed: ListedFacility, stored: _StoredFacility, changes: FacilityChanges) -> None:
    if stored.stated == tuple(getattr(listed, name) for name in _STATED):
        changes.unchanged += 1
    else:
        changes.changed.append({"id": stored.id, **_columns(listed)})


def _columns(listed: ListedFacility) -> dict[str, Any]:
    found_by = facility_search_text(name=listed.name, kind=listed.kind, region=listed.region)
    return {**{name: getattr(listed, name) for name in _STATED}, "search_text": found_by}


def _slices(rows: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    return (rows[start : start + _ROWS_AT_ONCE] for start in range(0, len(rows), _ROWS_AT_ONCE))


def _record_import(session: Session, *, actor: User | None, source: str, changes: FacilityChanges) -> None:
    first = session.scalars(
        select(Facility).where(Facility.source == source).order_by(Facility.id).limit(1)
    ).one()
    record_act(
        session,
        actor=actor,
        action="facility.import",
        thing=first,
        source=source,
        new=len(changes.new),
        changed=len(changes.changed),
        unchanged=changes.unchanged,
    )
