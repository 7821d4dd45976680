"""The database: how to reach it, the session of a request, and the one way to write."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g
from flask.globals import app_ctx
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from config import Settings
from web.keys import Keyring, KeyStore, MasterKeyFile, MasterKeyText
from web.keys.private_file import make_private_file
from web.models.sealed import KEYRING
from web.services.audit_seals import KEY as AUDIT_KEY
from web.services.audit_seals import seal_acts
from web.services.documents import STORE, DocumentStore, settle_files, undo_files
from web.services.mailed_codes import KEY as MAILED_CODE_KEY
from web.services.pseudonyms import KEY as PSEUDONYM_KEY

# An execution option: how many seconds a transaction that writes waits for its turn.
WRITING = "sankofa_writing"
BUSY_TIMEOUT_SECONDS = 5
LOOK_AGAIN_SECONDS = (0.001, 0.005)
STATEMENT_TIMEOUT_MS = 15_000
CONNECT_TIMEOUT_SECONDS = 5


class ReadOnlyError(RuntimeError):
    """Nothing may be written now; see is_read_only."""


def make_engine(url: str, keyring: Keyring) -> Engine:
    """Open the database behind a URL with the profile its kind needs, and the keys by which it is sealed."""
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    engine = _sqlite_engine(url) if is_sqlite else _postgresql_engine(url)
    return engine.execution_options(**{KEYRING: keyring})


def open_keyring(settings: Settings) -> Keyring:
    """Open the keys of an installation; outside of production it makes itself a first master key."""
    if settings.master_key:
        return Keyring(KeyStore(settings.key_store_url), MasterKeyText(settings.master_key))
    source = MasterKeyFile(settings.master_file)
    if not settings.production:
        source.create()
    return Keyring(KeyStore(settings.key_store_url), source)


def _postgresql_engine(url: str) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        pool_size=10,
        max_overflow=10,
        connect_args={
            "connect_timeout": CONNECT_TIMEOUT_SECONDS,
            "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c timezone=UTC",
        },
    )


def _sqlite_engine(url: str) -> Engine:
    path = make_url(url).database
    if path and path != ":memory:":
        make_private_file(Path(path))
    engine = create_engine(
        url,
        pool_size=10,
        max_overflow=10,
        # An error says which statement failed, not with whose data.
        hide_parameters=True,
        connect_args={"timeout": BUSY_TIMEOUT_SECONDS},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver opens transactions on its own and only before writes: two readers could then both
    # decide on the same old state. We begin every transaction ourselves, in _begin_sqlite.
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        f"busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}",
        "cache_size = -32000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    patience = connection.get_execution_options().get(WRITING)
    if patience is None:
        connection.exec_driver_sql("BEGIN")
    else:
        _take_write_lock(connection, patience)


def _take_write_lock(connection: Connection, patience: float) -> None:
    # SQLite's own waiting looks for the lock after up to 100 ms, so that eight writers at once leave it
    # free for half of the time. We look more often, and at odd moments.
    deadline = time.monotonic() + patience
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        while not _took_write_lock(connection, last_try=time.monotonic() > deadline):
            time.sleep(random.uniform(*LOOK_AGAIN_SECONDS))  # noqa: S311 -- spreads waiting, hides nothing
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}")


def _took_write_lock(connection: Connection, *, last_try: bool) -> bool:
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if last_try or getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def init_app(app: Flask, settings: Settings) -> None:
    """Give the app its engine and one session per request, job or command."""
    engine = make_engine(settings.database_url, open_keyring(settings))
    keys = {PSEUDONYM_KEY: settings.secret_key, AUDIT_KEY: settings.sealing_key}
    keys[MAILED_CODE_KEY] = settings.secret_key
    store = {STORE: DocumentStore(settings.documents_folder)}
    make_session = sessionmaker(engine, expire_on_commit=False, info={**keys, **store})
    event.listen(make_session, "before_commit", seal_acts)
    event.listen(make_session, "after_commit", settle_files)
    event.listen(make_session, "after_rollback", undo_files)
    sessions = scoped_session(
        make_session,
        scopefunc=lambda: id(app_ctx._get_current_object()),  # type: ignore[attr-defined] # noqa: SLF001
    )
    app.extensions["database"] = sessions

    @app.teardown_appcontext
    def close_session(_error: BaseException | None) -> None:
        sessions.remove()


def current_session() -> scoped_session[Session]:
    """Give the session of this request; it reads. Writes go through transaction()."""
    sessions: scoped_session[Session] = current_app.extensions["database"]
    return sessions


def current_engine() -> Engine:
    """Give the engine of this app."""
    bind = current_session().get_bind()
    return bind.engine


def is_read_only() -> bool:
    """Say whether the service only reads now: by its settings, or because somebody said so while it runs."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.read_only or settings.read_only_file.exists()


@contextmanager
def transaction(*, patience: float = BUSY_TIMEOUT_SECONDS) -> Iterator[Session]:
    """Write: begin, run the block, commit once; roll everything back if it raises.

    What was read before is forgotten and read again under the write lock (SQLite) or in the new
    transaction (PostgreSQL), so a decision never rests on an older state than the one it changes.
    `patience` is how many seconds it may wait for others before it gives up with an OperationalError.
    """
    if is_read_only():
        raise ReadOnlyError
    session = current_session()()
    session.rollback()
    session.info["request_id"] = g.get("request_id", "")
    begin_writing(session, patience)
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise


def begin_writing(session: Session, patience: float = BUSY_TIMEOUT_SECONDS) -> None:
    """Begin a transaction that takes SQLite's write lock at once instead of half-way through."""
    options: dict[str, Any] = {WRITING: patience}
    connection = session.connection(execution_options=options)
    if patience < BUSY_TIMEOUT_SECONDS and connection.dialect.name == "postgresql":
        # 0 would mean to wait for ever.
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}")
