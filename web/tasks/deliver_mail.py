"""Sending what is in the outbox: claim, send, mark."""

import logging
from datetime import timedelta

from flask import Flask
from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from config import Settings
from web.db import current_session, is_read_only, transaction
from web.emails.register import compose
from web.emails.transport import Transport, open_transport
from web.models.base import now
from web.models.outbox import OutboxMessage

BATCH = 50
LEASE = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=6)

logger = logging.getLogger("sankofa.mail")


def deliver_due(app: Flask) -> int:
    """Send every mail that is due, and say how many left.

    A mail that is claimed and never marked falls due again after the lease: it may leave twice, under the
    same Message-ID, but it is never lost.
    """
    settings: Settings = app.config["SETTINGS"]
    transport = open_transport(settings)
    sent = 0
    with app.test_request_context(base_url=settings.base_url):
        if is_read_only():
            return 0
        for message_id in _list_due(current_session()()):
            sent += _deliver(message_id, transport)
    return sent


def _list_due(session: Session) -> list[int]:
    due = select(OutboxMessage.id).where(OutboxMessage.sent_at.is_(None), OutboxMessage.due_at <= now())
    return list(session.scalars(due.order_by(OutboxMessage.id).limit(BATCH)))


def _deliver(message_id: int, transport: Transport) -> bool:
    message = _claim(message_id)
    if message is None:
        return False
    try:
        transport.send(compose(current_session()(), message), message)
    except Exception as error:
        logger.exception("mail %s was not sent", message_id)
        _mark_failed(message_id, error)
        return False
    with transaction() as session:
        session.get_one(OutboxMessage, message_id).sent_at = now()
    return True


def _claim(message_id: int) -> OutboxMessage | None:
    with transaction() as session:
        claimed = session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.id == message_id,
                OutboxMessage.sent_at.is_(None),
                OutboxMessage.due_at <= now(),
            )
            .values(due_at=now() + LEASE, attempts=OutboxMessage.attempts + 1)
        )
        assert isinstance(claimed, CursorResult)
        return session.get_one(OutboxMessage, message_id) if claimed.rowcount else None


def _mark_failed(message_id: int, error: Exception) -> None:
    with transaction() as session:
        message = session.get_one(OutboxMessage, message_id)
        message.last_error = type(error).__name__
        message.due_at = now() + min(LEASE * 2**message.attempts, LONGEST_WAIT)
