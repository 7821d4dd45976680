"""Reading the outbox: what waits, what failed and what left. Never what a letter says."""

from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from web.models.outbox import OutboxMessage
from web.queries.keyset import TOP, PageOfRows, Place, read_page


class MailState(StrEnum):
    """Where a letter stands."""

    WAITING = "waiting"
    FAILED = "failed"
    SENT = "sent"


def list_mail(session: Session, *, state: MailState, place: Place = TOP) -> PageOfRows[OutboxMessage]:
    """Read one page of the outbox, the newest first."""
    query = select(OutboxMessage).where(_is_in_state(state))
    return read_page(
        session, query, order=OutboxMessage.created_at, key=OutboxMessage.id, place=place, descending=True
    )


def count_mail(session: Session) -> dict[MailState, int]:
    """Count the letters in each state."""
    counts = select(*(func.count().filter(_is_in_state(state)) for state in MailState))
    return dict(zip(MailState, session.execute(counts).one(), strict=True))


def _is_in_state(state: MailState) -> ColumnElement[bool]:
    unsent = OutboxMessage.sent_at.is_(None)
    return {
        # A letter that is being sent for the first time has an attempt and no error yet.
        MailState.WAITING: and_(unsent, OutboxMessage.last_error == ""),
        MailState.FAILED: and_(unsent, OutboxMessage.last_error != ""),
        MailState.SENT: OutboxMessage.sent_at.is_not(None),
    }[state]
