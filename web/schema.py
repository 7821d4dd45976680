"""The database's schema: bring it to the newest migration, and compare it with the models."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine

from web.models import Base

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def alembic_config(connection: Connection | None = None, folder: Path = MIGRATIONS) -> Config:
    """Point Alembic at our migrations and, if given, at an open connection."""
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to a revision.

    SQLite rebuilds a table by copying and dropping it; with foreign keys on, the drop would delete the
    rows that point at it. They are off meanwhile and checked afterwards.
    """
    _migrate(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Run the migrations back to a revision."""
    _migrate(engine, command.downgrade, revision)


def _migrate(engine: Engine, step: Any, revision: str) -> None:
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _set_foreign_keys(connection, on=False)
        else:
            connection.exec_driver_sql("SET lock_timeout = '4s'")
            connection.commit()
        try:
            with connection.begin():
                step(alembic_config(connection), revision)
                if sqlite:
                    _check_foreign_keys(connection)
        finally:
            if sqlite:
                _set_foreign_keys(connection, on=True)


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    # The pragma does nothing inside a transaction, so it goes to the driver's own connection.
    driver_connection = connection.connection.driver_connection
    assert driver_connection is not None
    driver_connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


class BrokenReferenceError(RuntimeError):
    """A migration left rows that point at rows which no longer exist."""


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise BrokenReferenceError(f"{len(broken)} rows point at nothing, first in table {broken[0][0]}")


def draft(engine: Engine, message: str, *, folder: Path = MIGRATIONS) -> Path:
    """Write the next migration from what the models have and the database, at head, has not."""
    number = f"{int(head_revision()) + 1:04d}"
    with engine.connect() as connection:
        config = alembic_config(connection, folder)
        script = command.revision(config, message.strip().rstrip("."), autogenerate=True, rev_id=number)
    assert isinstance(script, Script)
    return Path(script.path)


def current_revision(engine: Engine) -> str | None:
    """Give the revision the database is at."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head_revision() -> str:
    """Give the newest revision there is."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert head is not None
    return head


def differences(engine: Engine) -> list[Any]:
    """List what the models have and the database has not, or the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, Base.metadata))
