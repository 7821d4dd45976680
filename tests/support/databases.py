"""Databases with the newest schema, and emptying them: cheap enough for every test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Table, delete, exists, select, text, update

from tests.support.keys import keyring
from tests.support.postgresql import create_database, drop_database
from web import schema
from web.db import make_engine
from web.models import Base
from web.models.audit import AuditEntry
from web.models.professional import PoolRevision

KINDS = ("sqlite", "postgresql")

MakeDatabase = Callable[[], str]


def migrate(url: str | URL, revision: str = "head") -> None:
    """Bring a database to a revision."""
    engine = make_engine(text_of(url), keyring())
    schema.upgrade(engine, revision)
    engine.dispose()


def text_of(url: str | URL) -> str:
    """Write the address with its password in it."""
    return url if isinstance(url, str) else url.render_as_string(hide_password=False)


@contextmanager
def sqlite_databases(folder: Path) -> Iterator[MakeDatabase]:
    """Give a function that copies a migrated SQLite file."""
    template = folder / "template.db"
    migrate(f"sqlite:///{template}")

    def make() -> str:
        copy = folder / f"test-{os.urandom(4).hex()}.db"
        shutil.copyfile(template, copy)
        return f"sqlite:///{copy}"

    yield make


@contextmanager
def postgresql_database(server: URL, purpose: str) -> Iterator[str]:
    """Make a migrated database on a PostgreSQL server."""
    name = f"sankofa_{purpose}_{os.getpid()}"
    url = text_of(create_database(server, name))
    migrate(url)
    try:
        yield url
    finally:
        drop_database(server, name)


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Do what the database refuses to do to the audit; as its owner, which the service is not."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield
        connection.execute(text("SET LOCAL session_replication_role = origin"))
        return
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    guards = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'")
    found = connection.execute(guards).all() if _has_acts(connection) else []
    for name, _ in found:
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, statement in found:
        connection.execute(text(statement))


def _has_acts(connection: Connection) -> bool:
    return connection.scalar(select(AuditEntry.id).limit(1)) is not None


def empty(engine: Engine) -> None:
    """Delete every row but the one that migrations insert, which begins anew."""
    with engine.begin() as connection:
        # First: who reads before writing is refused where a server has written in between.
        connection.execute(update(PoolRevision).values(revision=0))
        if filled := _list_filled(connection):
            with unguarded(connection):
                for table in reversed(filled):
                    connection.execute(delete(table))


def _list_filled(connection: Connection) -> list[Table]:
    """List the tables with a row in them, in one question."""
    tables = [table for table in Base.metadata.sorted_tables if table is not PoolRevision.__table__]
    found = connection.execute(select(*(exists(select(1).select_from(table)) for table in tables))).one()
    return [table for table, is_filled in zip(tables, found, strict=True) if is_filled]
