"""Fresh databases with the newest schema, cheap enough for one a test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, delete, update

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
    copies: list[Path] = []

    def make() -> str:
        # Only the last copy is in use: earlier ones go, so that a long run stays small.
        while copies:
            for path in folder.glob(f"{copies.pop().name}*"):
                path.unlink()
        copy = folder / f"test-{os.urandom(4).hex()}.db"
        shutil.copyfile(template, copy)
        copies.append(copy)
        return f"sqlite:///{copy}"

    yield make


@contextmanager
def postgresql_databases(server: URL, purpose: str) -> Iterator[MakeDatabase]:
    """Give a function that empties a migrated PostgreSQL database: much quicker there than a new one."""
    name = f"sankofa_{purpose}_{os.getpid()}"
    url = text_of(create_database(server, name))
    migrate(url)

    def make() -> str:
        empty(url)
        return url

    try:
        yield make
    finally:
        drop_database(server, name)


def empty(url: str) -> None:
    """Delete every row but the one that migrations insert, which begins anew."""
    engine = make_engine(url)
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            if table is not PoolRevision.__table__:
                connection.execute(delete(table))
        connection.execute(update(PoolRevision).values(revision=0))
    engine.dispose()
