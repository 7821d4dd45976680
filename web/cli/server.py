"""flask serve: the pages and, beside them, the mail that is due."""

import logging
import sys
import threading
from typing import Any

import click
import waitress
from flask import Flask, current_app
from sqlalchemy import select
from waitress.server import BaseWSGIServer

from config import Settings
from web import logs, schema
from web.cli.bodies import channel_class
from web.cli.demo import ensure_demo
from web.db import ReadOnlyError, current_engine, current_session
from web.models.user import User
from web.services.matching import current_pool
from web.services.vocabulary import learn
from web.tasks.count_lapses import count_lapses
from web.tasks.deliver_mail import deliver_due
from web.tasks.forget_sessions import forget_sessions
from web.tasks.forget_tries import forget_tries
from web.tasks.keep_audit_head import keep_audit_head
from web.tasks.mail_audit_head import mail_audit_head
from web.tasks.remind_of_expiry import remind_of_expiry
from web.tasks.remove_expired import remove_expired
from web.tasks.sweep_documents import sweep
from web.tasks.verify_audit import verify_audit

HOURLY = (
    count_lapses,
    remind_of_expiry,
    forget_sessions,
    forget_tries,
    remove_expired,
    sweep,
    keep_audit_head,
    mail_audit_head,
    verify_audit,
)
SECONDS_BETWEEN_MAILS = 1.0
SECONDS_BETWEEN_LOOKS_AT_THE_DATE = 3600.0
THREADS = 8
# A connection costs a descriptor, of which a process has 1,024 unless told otherwise.
MOST_CONNECTIONS = 800
IDLE_SECONDS = 60

logger = logging.getLogger("sankofa")


@click.command("serve", help="Serve the pages and send the mail that is due.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--demo", is_flag=True, help="First bring the database to the newest migration and make the demo."
)
def command(*, host: str, demo: bool) -> None:
    """Serve until stopped."""
    if demo:
        # In one process: a second start would otherwise load everything three times.
        schema.upgrade(current_engine())
        ensure_demo()
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    settings: Settings = app.config["SETTINGS"]
    _check_ready(settings)
    current_session().remove()
    logs.set_up(settings)
    stop = threading.Event()
    mailer = threading.Thread(target=_send_mail_until, args=(app, stop), daemon=True, name="mailer")
    mailer.start()
    threading.Thread(target=_look_at_the_date_until, args=(app, stop), daemon=True, name="dates").start()
    threading.Thread(target=_get_ready, args=(app,), daemon=True, name="ready").start()
    click.echo(f"{settings.service_name} answers on http://{host}:{settings.port}")
    try:
        _make_server(app, host, settings.port).run()
    finally:
        stop.set()


def _make_server(app: Flask, host: str, port: int) -> Any:
    sockets: dict[int, Any] = {}
    server = waitress.create_server(
        app,
        map=sockets,
        host=host,
        port=port,
        threads=THREADS,
        # With waitress's own 100, as many sleepers would keep everybody else out.
        connection_limit=MOST_CONNECTIONS,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=IDLE_SECONDS // 4,
        asyncore_use_poll=True,
        # The app refuses what is too long, with a page of ours: see bodies.py.
        max_request_body_size=sys.maxsize,
        clear_untrusted_proxy_headers=True,
        ident=None,
    )
    for listener in sockets.values():
        if isinstance(listener, BaseWSGIServer):
            listener.channel_class = channel_class(app.config["LARGEST_UPLOAD"])
    return server


def _check_ready(settings: Settings) -> None:
    if schema.current_revision(current_engine()) != schema.head_revision():
        raise click.ClickException("the database is not at the newest migration: run database upgrade")
    if settings.production and current_session().scalar(select(User.id).where(User.is_demo).limit(1)):
        raise click.ClickException(
            "there are demo sign-ins in this database; production does not start with them"
        )


def _get_ready(app: Flask) -> None:
    """Read now what the first ranked list and the first words typed would have to wait for."""
    with app.app_context():
        current_pool(current_session()()).pool.prepare()
    learn()


def _send_mail_until(app: Flask, stop: threading.Event) -> None:
    while not stop.wait(SECONDS_BETWEEN_MAILS):
        try:
            deliver_due(app)
        except Exception:
            logger.exception("the outbox could not be read; trying again")


def _look_at_the_date_until(app: Flask, stop: threading.Event) -> None:
    while not stop.is_set():
        for task in HOURLY:
            try:
                task(app)
            except ReadOnlyError:
                logger.info("%s waits until the service may write again", task.__name__)
            except Exception:
                logger.exception("%s did not finish; trying again later", task.__name__)
        stop.wait(SECONDS_BETWEEN_LOOKS_AT_THE_DATE)
