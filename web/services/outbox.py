"""Putting mail into the outbox, in the transaction of what it tells about."""

import uuid
from typing import Any

from sqlalchemy.orm import Session

from web.models.outbox import Message, OutboxMessage
from web.models.user import User


def queue_message(
    session: Session, *, message: Message, to: User, address: str | None = None, **details: Any
) -> None:
    """Queue one mail to one user, in their language. `details` are ids, codes and comments.

    It goes to their address, unless it has to reach them at another one.
    """
    session.add(
        OutboxMessage(
            message=message,
            user=to,
            recipient=address or to.email,
            language=to.language,
            details={"user_id": to.id, **details},
            message_id=f"<{uuid.uuid4()}@sankofa>",
        )
    )
    session.flush()
