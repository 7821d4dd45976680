"""Sealing rows: when a session flushes, and many at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete, event, false, func, inspect, select, text
from sqlalchemy.orm import Session

from web.folding import fold
from web.keys import Keyring
from web.models.base import Base, Identified
from web.models.professional import Identity, Professional
from web.models.sealed import KeyHolder, PersonalRow, Unsealed, keyring_of, place, place_of
from web.models.user import User, UserWord

Row = dict[str, Any]


@event.listens_for(Session, "before_flush")
def seal_waiting(session: Session, _context: object, _objects: object) -> None:
    """Seal what waits to be sealed. New rows get their numbers here: a sealed text is bound to its row."""
    new = [row for row in session.new if isinstance(row, PersonalRow)]
    changed = [row for row in session.dirty if isinstance(row, PersonalRow)]
    if not new and not changed:
        return
    keyring = keyring_of(session)
    _give_keys(keyring, [row for row in session.new if isinstance(row, KeyHolder) and row.key_id is None])
    _give_numbers(session, new)
    for row in (*new, *changed):
        _seal(keyring, row)


def _give_keys(keyring: Keyring, holders: Sequence[KeyHolder]) -> None:
    for holder, key_id in zip(holders, keyring.new_keys(len(holders)), strict=True):
        holder.key_id = key_id


def _give_numbers(session: Session, rows: Iterable[PersonalRow]) -> None:
    waiting: dict[Table, list[Any]] = {}
    for row in rows:
        if isinstance(row, Identified) and row.id is None:
            waiting.setdefault(_table_of(type(row)), []).append(row)
    for table, without in waiting.items():
        for row, number in zip(without, _new_numbers(session, table, len(without)), strict=True):
            row.id = number
    for row in rows:
        if isinstance(row, Identity) and row.professional_id is None:
            row.professional_id = row.professional.id


def codes_of_words(keyring: Keyring, text: str) -> list[str]:
    """Make the codes by which somebody is found who is looked for by words of a text."""
    return [keyring.blind_index("User.word", word) for word in sorted(set(fold(text).split()))]


def _seal(keyring: Keyring, row: PersonalRow) -> None:
    if isinstance(row, User) and any(
        isinstance(each, Unsealed) for each in (row.name_sealed, row.email_sealed)
    ):
        row.words = [UserWord(code=code) for code in codes_of_words(keyring, f"{row.name} {row.email}")]
    for name, attribute in row.sealed_attributes().items():
        waiting = getattr(row, attribute.column)
        if isinstance(waiting, Unsealed):
            plain = attribute.encode(waiting.value)
            setattr(row, attribute.column, keyring.seal(row.person.key_id, plain, place_of(row, name)))
            if attribute.index:
                setattr(row, attribute.index, attribute.code(keyring, waiting.value))


def seal_rows(
    session: Session, model: type[PersonalRow], rows: Sequence[Row], keys: Sequence[bytes]
) -> list[Row]:
    """Make rows for a bulk INSERT of rows in plain: numbered, and sealed by the keys of their people."""
    keyring, table = keyring_of(session), _table_of(model)
    if model is Identity:
        numbers = [row["professional_id"] for row in rows]
    else:
        numbers = _new_numbers(session, table, len(rows))
    return [
        _sealed_row(keyring, model, row, number, key_id)
        for row, number, key_id in zip(rows, numbers, keys, strict=True)
    ]


def _sealed_row(keyring: Keyring, model: type[PersonalRow], row: Row, number: int, key_id: bytes) -> Row:
    attributes = model.sealed_attributes()
    (key,) = inspect(model).primary_key
    sealed = {name: value for name, value in row.items() if name not in attributes} | {key.name: number}
    for name, attribute in attributes.items():
        value = row.get(name, attribute.empty)
        is_empty = attribute.is_nothing(value)
        where = place(_table_of(model).name, number, name)
        sealed[attribute.column] = None if is_empty else keyring.seal(key_id, attribute.encode(value), where)
        if attribute.index:
            sealed[attribute.index] = None if is_empty else attribute.code(keyring, value)
    return sealed


def keys_of_people(session: Session, professionals: Iterable[int]) -> Mapping[int, bytes]:
    """Give the numbers of the keys of professionals."""
    whose = select(Professional.id, User.key_id).join(User, User.id == Professional.user_id)
    wanted = session.execute(whose.where(Professional.id.in_(set(professionals))))
    return {number: key_id for number, key_id in wanted}  # noqa: C416


def list_key_ids(session: Session) -> set[bytes]:
    """List the numbers of all keys that any row holds."""
    holders = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, KeyHolder)]
    return {key_id for holder in holders for key_id in session.scalars(select(holder.key_id))}


def _table_of(model: type[Any]) -> Table:
    table = inspect(model).local_table
    assert isinstance(table, Table)
    return table


def _new_numbers(session: Session, table: Table, count: int) -> list[int]:
    """Take the next numbers of a table, before its rows are there."""
    if session.get_bind().dialect.name == "postgresql":
        take = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
        return list(session.scalars(take, {"name": f'"{table.name}"', "count": count}))
    # Whoever writes to SQLite is alone, so we begin to: the next numbers are ours until we are done.
    session.execute(delete(table).where(false()))
    last = session.scalar(select(func.max(table.c.id))) or 0
    return list(range(last + 1, last + 1 + count))
