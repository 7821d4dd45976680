"""What every test can ask for.

A test that names `database` runs twice, on SQLite and on PostgreSQL, and everything else it asks for
(`session`, `app`, `client`) is then on that database; without it the test runs once, on SQLite. A module
whose tests all need both says `pytestmark = pytest.mark.usefixtures("database")`.
"""

import gc
import os
import secrets
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import URL, Engine
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse
from xdist.remote import Producer

from config import Settings
from tests.factories.base import bind_factories
from tests.support.accounts import SECRET_KEY
from tests.support.app import shared_app
from tests.support.client import CommandLine, Reader
from tests.support.databases import KINDS, MakeDatabase, empty, postgresql_database, sqlite_databases, text_of
from tests.support.keys import KEYS, keyring
from tests.support.page import Page
from tests.support.postgresql import postgresql_server
from tests.support.scheduling import HouseScheduling
from tests.support.sessions import hold, open_session
from web.db import make_engine
from web.models.user import User
from web.services.audit_seals import KEY as AUDIT_KEY
from web.services.documents import STORE, DocumentStore
from web.services.pseudonyms import KEY as PSEUDONYM_KEY
from web.tasks.deliver_mail import deliver_due

# Files that take longest, begun first: a long one begun last would leave the other core with nothing to do.
LONGEST_FIRST = (
    "security/test_hostile_input.py",
    "journeys/test_every_page.py",
    "data/test_last_post.py",
    "journeys/test_whole_story.py",
    "security/test_access_matrix.py",
    "journeys/test_combobox.py",
)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> HouseScheduling:
    """Give the tests out by house rules."""
    return HouseScheduling(config, log)


def pytest_collection_finish() -> None:
    """Look through what is loaded by now once, and not after every few tests: a tenth of all the work."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_unconfigure() -> None:
    """Spare the last look through everything that this process holds: it ends."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files; the others stay in their order."""
    rank = {Path(__file__).parent / file: place for place, file in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: rank.get(item.path, len(rank)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what names `database` on both kinds."""
    if "database" in metafunc.fixturenames:
        metafunc.parametrize("database_kind", KINDS, indirect=True)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which kind of database this test runs on."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def make_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeDatabase]:
    """Make a fresh SQLite database."""
    with sqlite_databases(tmp_path_factory.mktemp("databases")) as make:
        yield make


@pytest.fixture(scope="session")
def postgresql() -> Iterator[URL]:
    """Give a PostgreSQL server."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def on_sqlite(make_sqlite: MakeDatabase) -> Iterator[Engine]:
    """Give a way into the SQLite database that the tests of this process use one after the other."""
    engine = make_engine(make_sqlite(), keyring())
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def on_postgresql(postgresql: URL) -> Iterator[Engine]:
    """Give a way into the PostgreSQL database that the tests of this process use one after the other."""
    with postgresql_database(postgresql, "test") as url:
        engine = make_engine(url, keyring())
        yield engine
        engine.dispose()


@pytest.fixture
def engine(database_kind: str, request: pytest.FixtureRequest) -> Engine:
    """Give this test's way into its database, migrated and empty.

    It shares connections and compiled statements with the other tests', not what is remembered by engine.
    """
    shared: Engine = request.getfixturevalue(f"on_{database_kind}")
    empty(shared)
    return shared.execution_options()


@pytest.fixture
def database_url(engine: Engine) -> str:
    """Give the address of the test's database."""
    return text_of(engine.url)


@pytest.fixture
def database(engine: Engine) -> Engine:
    """Run the test on SQLite and on PostgreSQL."""
    return engine


@pytest.fixture(scope="session")
def documents_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the apps of this process keep documents in."""
    return tmp_path_factory.mktemp("documents")


@pytest.fixture
def no_documents(documents_folder: Path) -> None:
    """Take away what other tests left in that folder."""
    for path in documents_folder.glob("??/*"):
        path.unlink()


@pytest.fixture
def let_documents_age(documents_folder: Path) -> Callable[[], None]:
    """Give a function that makes the files of that folder two days old."""

    def let_documents_age() -> None:
        then = time.time() - timedelta(days=2).total_seconds()
        for path in documents_folder.glob("??/*"):
            os.utime(path, (then, then))

    return let_documents_age


@pytest.fixture
def session(engine: Engine, documents_folder: Path) -> Iterator[Session]:
    """Give the test's session; factories add to it. The app has its own."""
    info = {PSEUDONYM_KEY: SECRET_KEY, AUDIT_KEY: Settings(secret_key=SECRET_KEY).sealing_key}
    info[STORE] = DocumentStore(documents_folder)
    with Session(engine, expire_on_commit=False, info=info) as session, bind_factories(session):
        yield session


@pytest.fixture(scope="session")
def mail_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the apps of this process write their mail to."""
    return tmp_path_factory.mktemp("mail")


@pytest.fixture
def settings(database_url: str, mail_folder: Path, documents_folder: Path) -> Settings:
    """Give the settings of the app under test."""
    return Settings(
        database_url=database_url,
        secret_key=SECRET_KEY,
        mail_url=f"file:{mail_folder}",
        documents=documents_folder,
        rate_limits=False,
        **KEYS,
    )


@pytest.fixture
def make_app() -> Callable[[Settings], Flask]:
    """Give a function that puts an app together, or gives the one of the same settings."""
    return shared_app


@pytest.fixture
def app(make_app: Callable[[Settings], Flask], settings: Settings, engine: Engine) -> Flask:
    """Give an app on this test's database. No context is pushed: requests and commands bring their own."""
    app = make_app(settings)
    app.extensions["database"].session_factory.configure(bind=engine.execution_options())
    return app


@pytest.fixture
def make_client(app: Flask, session: Session) -> Callable[[], Reader]:
    """Give a function that opens one more browser."""

    def make() -> Reader:
        client = app.test_client()
        assert isinstance(client, Reader)
        client.test_session = session
        return client

    return make


@pytest.fixture
def client(make_client: Callable[[], Reader]) -> Reader:
    """Give a browser in which nobody is signed in."""
    return make_client()


@pytest.fixture
def sign_in() -> Callable[[FlaskClient, User], None]:
    """Give a function that signs a user in, without the work of checking a password."""

    def sign_in(client: FlaskClient, user: User) -> None:
        session_id = secrets.token_urlsafe()
        open_session(user, session_id)
        hold(client, session_id)

    return sign_in


@pytest.fixture
def command_line(app: Flask, session: Session) -> CommandLine:
    """Give the runner of `flask` commands."""
    runner = app.test_cli_runner()
    assert isinstance(runner, CommandLine)
    runner.test_session = session
    return runner


@pytest.fixture
def page() -> Callable[[TestResponse], Page]:
    """Give a function that reads an answer as a page."""
    return Page


@pytest.fixture
def read_mail(app: Flask, session: Session, mail_folder: Path) -> Callable[[], list[EmailMessage]]:
    """Give a function that sends what is in the outbox and reads all letters sent so far, oldest first."""
    for letter in mail_folder.glob("*.eml"):
        letter.unlink()

    def read() -> list[EmailMessage]:
        session.commit()
        deliver_due(app)
        session.expire_all()
        letters = sorted(mail_folder.glob("*.eml"))
        return [message_from_bytes(letter.read_bytes(), policy=policy.default) for letter in letters]

    return read
