"""The key store: wrapped keys in a database of their own, so that no backup of the data holds any."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    create_engine,
    event,
    insert,
    make_url,
    select,
    update,
)
from sqlalchemy.schema import CreateTable

from web.keys.private_file import make_private_file

BUSY_SECONDS = 5
AT_ONCE = 500

_METADATA = MetaData()
# What is left of a destroyed key is its name, and when it was destroyed.
_KEYS = Table(
    "data_key",
    _METADATA,
    Column("name", LargeBinary, primary_key=True),
    Column("wrapped", LargeBinary),
    Column("created_at", String(32), nullable=False),
    Column("destroyed_at", String(32)),
)


class KeyStore:
    """Wrapped keys by name. What wraps them it does not know."""

    def __init__(self, url: str) -> None:
        self._engine = _open(url)
        with self._engine.begin() as connection:
            connection.execute(CreateTable(_KEYS, if_not_exists=True))

    def find(self, names: Collection[bytes]) -> dict[bytes, bytes | None]:
        """Find the wrapped keys of these names; None for one that was destroyed."""
        wanted = list(names)
        found: dict[bytes, bytes | None] = {}
        columns = select(_KEYS.c.name, _KEYS.c.wrapped)
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), AT_ONCE):
                some = _KEYS.c.name.in_(wanted[start : start + AT_ONCE])
                found.update((name, wrapped) for name, wrapped in connection.execute(columns.where(some)))
        return found

    def add(self, names: Collection[bytes], wrap: Callable[[bytes], bytes]) -> None:
        """Keep a wrapped key for each name. `wrap` is asked when no master key can be changing."""
        moment = _moment()
        with self._writing() as connection:
            rows = [{"name": name, "wrapped": wrap(name), "created_at": moment} for name in names]
            connection.execute(insert(_KEYS), rows)

    def ensure(self, name: bytes, wrap: Callable[[bytes], bytes]) -> None:
        """Keep a wrapped key for this name, unless there is one."""
        with self._writing() as connection:
            if not connection.execute(select(_KEYS.c.name).where(_KEYS.c.name == name)).first():
                row = {"name": name, "wrapped": wrap(name), "created_at": _moment()}
                connection.execute(insert(_KEYS).values(row))

    def destroy(self, name: bytes) -> None:
        """Overwrite a wrapped key with nothing, for good."""
        with self._writing() as connection:
            gone = {"wrapped": None, "destroyed_at": _moment()}
            connection.execute(update(_KEYS).where(_KEYS.c.name == name).values(gone))

    def rewrap(self, wrap: Callable[[bytes, bytes], bytes]) -> int:
        """Give every key that is left to `wrap`, by name, and keep what it returns; say how many they are."""
        with self._writing() as connection:
            kept = connection.execute(select(_KEYS).where(_KEYS.c.wrapped.is_not(None))).all()
            rows = [{"of": row.name, "wrapped": wrap(row.name, row.wrapped)} for row in kept]
            if rows:
                this = _KEYS.c.name == bindparam("of")
                connection.execute(update(_KEYS).where(this).values(wrapped=bindparam("wrapped")), rows)
        return len(rows)

    def wrapped_keys(self) -> list[tuple[bytes, bytes | None]]:
        """List every name with its wrapped key; None for one that was destroyed."""
        with self._engine.connect() as connection:
            return [
                (name, wrapped) for name, wrapped in connection.execute(select(_KEYS.c.name, _KEYS.c.wrapped))
            ]

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Write while nobody else does: neither another process, nor one that renews the master key."""
        with self._engine.begin() as connection:
            is_sqlite = connection.dialect.name == "sqlite"
            alone = "BEGIN IMMEDIATE" if is_sqlite else f"LOCK TABLE {_KEYS} IN EXCLUSIVE MODE"
            connection.exec_driver_sql(alone)
            yield connection


def _moment() -> str:
    return datetime.now(UTC).isoformat()


def _open(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    path = make_url(url).database
    if path and path != ":memory:":
        make_private_file(Path(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    # No write-ahead log: what was destroyed would stay in it for a while. Pages are overwritten at once.
    connection.isolation_level = None
    for pragma in ("journal_mode = DELETE", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
