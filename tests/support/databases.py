"""Databases with the newest schema, and emptying them: cheap enough for every test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, delete, update

from tests.support.postgresql import create_database, drop_database
from web import schema
from web.db import make_engine
from web.models import Base
from web.models.professional import PoolRevision

KINDS = ("sqlite", "postgresql")

MakeDatabase = Callable[[], str]


def migrate(url: str | URL, revision: str = "head") -> None:
    """Bring a database to a revision."""
    engine = make_engine(text_of(url))
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


def empty(engine: Engine) -> None:
    """Delete every row but the one that migrations insert, which begins anew."""
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            if table is not PoolRevision.__table__:
                connection.execute(delete(table))
        connection.execute(update(PoolRevision).values(revision=0))
