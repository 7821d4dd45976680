"""Removing what is past its time, and what is left of those who were erased."""

from flask import Flask
from sqlalchemy import select

from config import Settings
from web.db import current_session, transaction
from web.emails.transport import FileTransport, open_transport
from web.models.base import now
from web.models.outbox import OutboxMessage
from web.models.sealed import keyring_of
from web.services.doomed_keys import destroy_doomed_keys, doom_last_keys
from web.services.retention import Swept, sweep


def remove_expired(app: Flask) -> list[Swept]:
    """Carry out the rules; then letters and keys follow the rows they were for."""
    with app.app_context():
        with transaction() as session:
            swept = list(sweep(session, at=now()))
            doom_last_keys(session)
        if finish_erasures(app.config["SETTINGS"]):
            keyring_of(current_session()()).renew_master()
    return swept


def finish_erasures(settings: Settings) -> int:
    """Destroy the keys of those who were erased, delete their letters, and say how many keys there were."""
    _delete_letters(settings)
    return destroy_doomed_keys(current_session()())


def _delete_letters(settings: Settings) -> None:
    """Delete letters that lie here as files, once the outbox has no row for them any more."""
    transport = open_transport(settings)
    if isinstance(transport, FileTransport):
        # Listed before the rows are read, because a row is there before its letter.
        letters = transport.list_letters()
        kept = set(current_session()().scalars(select(OutboxMessage.message_id)))
        for path, message_id in letters.items():
            if message_id not in kept:
                path.unlink(missing_ok=True)
