"""Everything a database holds, to be compared before and after."""

from collections.abc import Collection

from sqlalchemy import Engine, Row, Select, Table, delete, func, insert, select

from tests.support.databases import unguarded
from tests.support.keys import keyring, put_back_keys, save_keys
from web.models import Base
from web.models.audit import AuditEntry, AuditSeal
from web.models.sealed import place
from web.services.openings import Opening

# The one thing that opening a page may add to: what people were shown, see docs/adr/0003.
KEPT_AS_SHOWN = frozenset({"ranking", "match", "candidate_version", "ranking_view"})
SAVED_KEYS = "keys, which are in no table"
# By which key something is sealed, and what it looks like then, says nothing of what it is.
SEALED = "_sealed"
KEY_NUMBERS = frozenset({"user.key_id"})
# The two columns that opening a page may change, once a minute: that the session is in use.
IN_USE = frozenset({"browser_session.seen_at", "browser_session.idle_ends_at"})

Rows = list[tuple[object, ...]]


def dump(
    engine: Engine, *, without: Collection[str] = (), without_columns: Collection[str] = IN_USE
) -> dict[str, Rows]:
    """Read every row of every table, in one order and opened; use of a session or file is no change."""
    with engine.connect() as connection:
        return {
            table.name: sorted(
                _opened(table, row) for row in connection.execute(_select(table, without_columns))
            )
            for table in Base.metadata.sorted_tables
            if table.name not in without
        }


def _select(table: Table, without: Collection[str]) -> Select[tuple[object, ...]]:
    rows = select(*(column for column in table.columns if str(column) not in {*without, *KEY_NUMBERS}))
    if table.name == AuditEntry.__tablename__:
        return rows.where(AuditEntry.action.not_in(Opening))
    if table.name == AuditSeal.__tablename__:
        return rows.where(AuditSeal.entry_id.not_in(_NOTES))
    return rows


def _opened(table: Table, row: Row[tuple[object, ...]]) -> tuple[str, ...]:
    key = next(iter(table.primary_key.columns))
    return tuple(
        str(keyring().open(value, place(table.name, row._mapping[key], name.removesuffix(SEALED))))
        if name.endswith(SEALED) and value is not None
        else str(value)
        for name, value in row._mapping.items()
    )


# Who was shown whose name or file is noted when a page is opened, and sealed like any other act.
_NOTES = select(AuditEntry.id).where(AuditEntry.action.in_(Opening))


def count_rows(engine: Engine) -> dict[str, int]:
    """Count the rows of every table."""
    tables = Base.metadata.sorted_tables
    with engine.connect() as connection:
        counts = connection.execute(
            select(*(select(func.count()).select_from(table).scalar_subquery() for table in tables))
        ).one()
    return {table.name: count for table, count in zip(tables, counts, strict=True)}


def changed_tables(before: dict[str, Rows], after: dict[str, Rows]) -> list[str]:
    """Name the tables that are no longer the same."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def save(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """Read every row and every key, so that they can be put back."""
    with engine.connect() as connection:
        rows = {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
        }
    return rows | {SAVED_KEYS: save_keys()}


def put_back(engine: Engine, saved: dict[str, list[dict[str, object]]]) -> None:
    """Replace every row by those that were saved; who was erased meanwhile has their key again."""
    put_back_keys(saved[SAVED_KEYS])
    with engine.begin() as connection, unguarded(connection):
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(delete(table))
        for table in Base.metadata.sorted_tables:
            if rows := saved[table.name]:
                connection.execute(insert(table), rows)
