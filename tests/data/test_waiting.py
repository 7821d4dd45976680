"""Writers on SQLite take turns: who comes second waits, and is told so when it takes too long."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from tests.factories import MinistryFactory
from web.db import begin_writing
from web.models.ministry import Ministry


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Hold the right to write."""
    with Session(engine) as session:
        begin_writing(session)
        yield session


def write_name(engine: Engine, number: int, name: str) -> None:
    """Wait for the right to write, and use it."""
    with writing(engine) as session:
        session.get_one(Ministry, number).name = name
        session.commit()


def busy_timeout(engine: Engine) -> int:
    """Ask how long a connection waits by itself, in milliseconds."""
    with engine.connect() as connection:
        return connection.scalar(text("PRAGMA busy_timeout"))


def test_second_writer_waits_for_the_first(engine, session):
    ministry = MinistryFactory(name="As it was")
    session.commit()
    with ThreadPoolExecutor() as pool:
        with writing(engine) as first:
            second = pool.submit(write_name, engine, ministry.id, "By the second")
            first.get_one(Ministry, ministry.id).name = "By the first"
            assert not second.done()
            first.commit()
        second.result()
    session.expire_all()
    assert ministry.name == "By the second"
    assert busy_timeout(engine) == 5_000


@pytest.fixture
def impatient(engine, monkeypatch):
    """Give up at once; the connections that have learnt so are closed in the end."""
    monkeypatch.setattr("web.db.BUSY_TIMEOUT_SECONDS", 0)
    yield
    engine.dispose()


@pytest.mark.usefixtures("impatient")
def test_who_waits_too_long_is_told_and_can_go_on(engine, session):
    ministry = MinistryFactory(name="As it was")
    session.commit()
    with writing(engine), pytest.raises(OperationalError, match="database is locked"):
        write_name(engine, ministry.id, "Too late")
    write_name(engine, ministry.id, "In time")
    session.expire_all()
    assert ministry.name == "In time"


def test_readers_do_not_wait(engine, session):
    ministry = MinistryFactory(name="As it was")
    session.commit()
    with writing(engine) as first:
        first.get_one(Ministry, ministry.id).name = "Not yet"
        first.flush()
        with Session(engine) as reader:
            assert reader.get_one(Ministry, ministry.id).name == "As it was"
