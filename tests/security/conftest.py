"""A stage for the tests that send forms, on each kind of database, set back after each test."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL

from tests.security.rehearsal import Rehearsal, open_rehearsal
from tests.support.databases import postgresql_database, sqlite_databases


@pytest.fixture(scope="session")
def first_rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """One stage for all."""
    folder = tmp_path_factory.mktemp("rehearsal")
    with sqlite_databases(folder) as make, open_rehearsal(make(), folder) as rehearsal:
        yield rehearsal


@pytest.fixture
def rehearsal(first_rehearsal: Rehearsal) -> Iterator[Rehearsal]:
    """The stage as it was at first."""
    first_rehearsal.freshen()
    yield first_rehearsal
    first_rehearsal.restore()


@pytest.fixture(scope="session")
def first_on_postgresql(postgresql: URL, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """One stage on PostgreSQL for all."""
    folder = tmp_path_factory.mktemp("rehearsal")
    with postgresql_database(postgresql, "stage") as url, open_rehearsal(url, folder) as rehearsal:
        yield rehearsal


@pytest.fixture
def rehearsal_on_postgresql(first_on_postgresql: Rehearsal) -> Iterator[Rehearsal]:
    """The stage on PostgreSQL as it was at first."""
    first_on_postgresql.freshen()
    yield first_on_postgresql
    first_on_postgresql.restore()
