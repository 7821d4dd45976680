"""Sealing acts one after the other, so that what was recorded cannot be changed unnoticed.

The seal of an act is an HMAC over the act, its number, and the seal before it. Acts are sealed when their
transaction commits: only then is it certain which comes first, and nothing else waits for the turn.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry, AuditSeal
from web.services.canonical import canonical
from web.services.errors import ServiceError

KEY = "audit_key"
FIRST = 1
NOTHING_BEFORE = ""
_UNSEALED = "unsealed_acts"
_TURN = 0x5AEA1ED  # any number, the same in all processes


class SealsBegunError(ServiceError):
    """There are seals already; what they do not cover was not recorded by this service."""


@dataclass(frozen=True)
class Head:
    """The last seal at some moment; kept outside the database, it shows when the end is cut off."""

    number: int
    seal: str


def note_unsealed(session: Session, entry: AuditEntry) -> None:
    """Remember an act of this transaction until it is sealed."""
    session.info.setdefault(_UNSEALED, []).append(entry)


def seal_acts(session: Session) -> None:
    """Seal the acts of this transaction; the last thing it does before it commits."""
    if session.in_nested_transaction():
        return
    session.flush()
    # Of a transaction that was rolled back nothing is there to be sealed.
    entries = [entry for entry in session.info.pop(_UNSEALED, ()) if inspect(entry).persistent]
    if not entries:
        return
    _wait_for_turn(session)
    _seal(session, entries)


def begin_seals(session: Session) -> int:
    """Seal what was recorded before there were seals, once, and say how many acts that is."""
    _wait_for_turn(session)
    if find_head(session) is not None:
        raise SealsBegunError
    entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    _seal(session, entries)
    return len(entries)


def find_head(session: Session) -> Head | None:
    """Give the last seal; nothing while no act was recorded."""
    last = session.scalars(select(AuditSeal).order_by(AuditSeal.number.desc()).limit(1)).first()
    return Head(last.number, last.seal) if last else None


def seal_of(key: bytes, entry: AuditEntry, number: int, before: str) -> str:
    """Compute the seal of an act."""
    act = {
        "number": number,
        "before": before,
        "id": entry.id,
        "at": entry.at.isoformat(),
        "actor": entry.actor_id,
        "action": entry.action,
        "kind": entry.kind,
        "object": entry.object_id,
        "reason": entry.reason_in_plain,
        "request": entry.request_id,
        "details": entry.details,
    }
    if entry.reason_sealed is not None:
        act["reason_sealed"] = entry.reason_sealed.hex()
    return hmac.new(key, canonical(act).encode(), hashlib.sha256).hexdigest()


def _seal(session: Session, entries: Iterable[AuditEntry]) -> None:
    head = find_head(session)
    next_number, seal = (head.number + 1, head.seal) if head else (FIRST, NOTHING_BEFORE)
    for number, entry in enumerate(entries, next_number):
        seal = seal_of(session.info[KEY], entry, number, seal)
        session.add(AuditSeal(number=number, entry_id=entry.id, seal=seal))
    session.flush()


def _wait_for_turn(session: Session) -> None:
    # SQLite has one writer at a time. PostgreSQL gives the lock back with the transaction; as it is the last
    # that is taken, nobody who holds it waits for anybody.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
