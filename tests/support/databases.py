"""Fresh databases with the newest schema, cheap enough for one a test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL

from tests.support.postgresql import copy_database, drop_database, postgresql_server
from web import schema
from web.db import make_engine

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
def postgresql_databases() -> Iterator[MakeDatabase]:
    """Give a function that copies a migrated PostgreSQL database; all go when the block ends."""
    name = f"sankofa_test_{os.getpid()}"
    template = f"{name}_template"
    with postgresql_server() as server:
        migrate(copy_database(server, template))

        def make() -> str:
            return text_of(copy_database(server, name, template=template))

        try:
            yield make
        finally:
            drop_database(server, name)
            drop_database(server, template)
