"""Counting tries, so that nobody guesses for long; all processes count in the same rows.

A try is counted before it is made and given back if it was none. Counted afterwards, as many as arrive at the
same moment would all be let through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, case, delete, update
from sqlalchemy.dialects.postgresql import insert as insert_on_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.try_count import TryCount
from web.services.errors import ConflictError


@dataclass(frozen=True)
class Limit:
    """So many tries in so long a time, for whoever the key stands for."""

    key: str
    tries: int
    window: timedelta


@dataclass(frozen=True)
class Counted:
    """A try that was counted, and the end of the window it was counted in."""

    key: str
    ends_at: datetime


class TooManyTriesError(ConflictError):
    """A limit is reached; nothing was counted."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def count_try(session: Session, limits: Sequence[Limit]) -> list[Counted]:
    """Count a try against every limit; the caller rolls back on TooManyTriesError: a refusal costs nobody."""
    # In one order, so that two tries never wait for each other.
    return [_count(session, limit) for limit in sorted(limits, key=lambda limit: limit.key)]


def _count(session: Session, limit: Limit) -> Counted:
    moment = now()
    end = moment + limit.window
    is_over = TryCount.ends_at <= moment
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    # The same words in both, but each dialect has a statement of its own.
    insert = insert_on_sqlite(TryCount) if is_sqlite else insert_on_postgresql(TryCount)
    counted = (
        insert.values(key=limit.key, count=1, ends_at=end)
        .on_conflict_do_update(
            index_elements=[TryCount.key],
            set_={
                "count": case((is_over, 1), else_=TryCount.count + 1),
                "ends_at": case((is_over, end), else_=TryCount.ends_at),
            },
        )
        .returning(TryCount.count, TryCount.ends_at)
    )
    count, ends_at = session.execute(counted).one()
    if count > limit.tries:
        raise TooManyTriesError(max(1, round((ends_at - moment).total_seconds())))
    return Counted(limit.key, ends_at)


def give_back(session: Session, counted: Sequence[Counted]) -> None:
    """Take back a try that was none, unless its window is over."""
    for each in counted:
        session.execute(
            update(TryCount)
            .where(TryCount.key == each.key, TryCount.ends_at == each.ends_at)
            .values(count=TryCount.count - 1)
        )


def delete_past_counts(session: Session) -> int:
    """Delete the counts whose window is over, and say how many there were."""
    deleted = session.execute(delete(TryCount).where(TryCount.ends_at <= now()))
    assert isinstance(deleted, CursorResult)
    return int(deleted.rowcount)
