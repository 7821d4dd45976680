"""Migrations: one line, equal to the models, and nothing lost on the way down and up again."""

import shutil
from collections.abc import Iterable

import pytest
from alembic import command
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.orm import Session

from tests.factories.scenes import make_scene
from tests.support.dump import changed_tables, dump
from tests.support.kept import make_once
from web import schema
from web.models import Base

# 0004 makes the one row of this table, and takes it away again.
MADE_BY_MIGRATION = {"pool_revision", "alembic_version"}
# What the way down takes away with its column: there is no other place for it.
GOES_WITH_COLUMN = {
    "browser_session.proved_at",
    "user.codes_by_mail_since",
    "user.new_email_sealed",
    "user.second_factor_since",
    "verification.countersigned_at",
    "verification.countersigned_by_id",
}


def find_branches(steps: Iterable[tuple[str, str | None]]) -> list[str]:
    """Find revisions that do not follow the one before them, oldest first and numbered without a gap."""
    faults = []
    before = None
    for number, (revision, down) in enumerate(steps, start=1):
        if revision != f"{number:04d}" or down != before:
            faults.append(revision)
        before = revision
    return faults


def list_steps() -> list[Script]:
    scripts = ScriptDirectory.from_config(schema.alembic_config()).walk_revisions()
    return sorted(scripts, key=lambda script: script.revision)


REVISIONS = [script.revision for script in list_steps()]


def test_migrations_are_one_line():
    assert find_branches((step.revision, step.down_revision) for step in list_steps()) == []


def test_branch_is_noticed():
    assert find_branches([("0001", None), ("0002", "0001"), ("0003", "0001")]) == ["0003"]
    assert find_branches([("0001", None), ("0003", "0001")]) == ["0003"]


def test_files_are_named_after_their_revision():
    assert [step.path for step in list_steps() if f"/{step.revision}_" not in step.path] == []


def test_newest_migration_equals_the_models(database: Engine):
    assert schema.current_revision(database) == schema.head_revision()
    assert schema.differences(database) == []


def test_difference_is_noticed(database: Engine):
    with database.begin() as connection:
        connection.execute(text("ALTER TABLE ministry ADD COLUMN motto VARCHAR"))
        connection.execute(text("DROP INDEX ix_placement_status"))
    try:
        assert {difference[0] for difference in schema.differences(database)} == {
            "remove_column",
            "add_index",
        }
    finally:
        with database.begin() as connection:
            connection.execute(text("ALTER TABLE ministry DROP COLUMN motto"))
            connection.execute(text("CREATE INDEX ix_placement_status ON placement (status)"))


def test_a_drafted_migration_mends_the_difference(database: Engine, tmp_path):
    """What is missing from the database is written down, and running it makes the two equal again."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    with database.begin() as connection:
        connection.execute(text("DROP TABLE submission"))
    drafted = schema.draft(database, "keep submissions again.", folder=folder)
    assert drafted.name == f"{len(REVISIONS) + 1:04d}_keep_submissions_again.py"
    assert drafted.read_text().startswith('"""Keep submissions again."""')
    with database.connect() as connection, connection.begin():
        command.upgrade(schema.alembic_config(connection, folder), "head")
    assert schema.differences(database) == []
    with database.connect() as connection, connection.begin():
        command.stamp(schema.alembic_config(connection), REVISIONS[-1], purge=True)


@pytest.fixture
def filled(database: Engine, session: Session) -> Engine:
    """A database with something in most tables."""
    make_once(session, make_scene)
    session.commit()
    session.close()
    return database


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_data_survives_the_way_down_and_up(filled: Engine, revision):
    before = dump(filled, without=MADE_BY_MIGRATION, without_columns=GOES_WITH_COLUMN)
    assert sum(map(bool, before.values())) > len(before) / 2
    schema.downgrade(filled, revision)
    assert schema.current_revision(filled) == revision
    # What the steps back took away as a whole is gone; everything else must be as it was.
    kept = set(inspect(filled).get_table_names())
    assert kept - MADE_BY_MIGRATION
    schema.upgrade(filled)
    after = dump(filled, without=MADE_BY_MIGRATION, without_columns=GOES_WITH_COLUMN)
    assert set(changed_tables(before, after)) & kept == set()
    assert schema.differences(filled) == []


def test_lost_row_is_noticed(filled: Engine):
    before = dump(filled)
    with filled.begin() as connection:
        connection.execute(text("DELETE FROM submission"))
        connection.execute(text("UPDATE ministry SET country = 'TG'"))
    assert changed_tables(before, dump(filled)) == ["ministry"]


def test_everything_goes_and_comes_back(filled: Engine):
    schema.downgrade(filled, "base")
    assert set(inspect(filled).get_table_names()) == {"alembic_version"}
    schema.upgrade(filled)
    assert schema.differences(filled) == []
    assert set(Base.metadata.tables) < set(inspect(filled).get_table_names())


def test_broken_reference_stops_a_migration_on_sqlite(engine: Engine, session: Session):
    """Foreign keys are off while SQLite's tables are rebuilt, so they are checked afterwards."""
    make_scene()
    session.close()
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(text("DELETE FROM ministry"))
        connection.commit()
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(schema.BrokenReferenceError):
        schema.downgrade(engine, REVISIONS[0])
    assert schema.current_revision(engine) == REVISIONS[-1]
