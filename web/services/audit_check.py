"""Checking that the audit is as it was recorded: nothing changed, added, swapped or missing."""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from web.models.audit import AuditEntry, AuditSeal
from web.services.audit_seals import FIRST, KEY, NOTHING_BEFORE, Head, seal_of

_AT_ONCE = 1_000


class Fault(StrEnum):
    """What is wrong with the audit."""

    CHANGED = "changed"
    """An act, or its seal, is not what was sealed."""
    GONE = "gone"
    """The act of a seal is missing."""
    GAP = "gap"
    """Seals are missing before this number."""
    UNSEALED = "unsealed"
    """An act stands there that nobody sealed; `number` is its id."""
    CUT = "cut"
    """A head kept elsewhere is not part of this audit: its end was cut off, or it was written anew."""


@dataclass(frozen=True)
class Finding:
    """A fault, and the number of the seal where it shows."""

    fault: Fault
    number: int


def check_audit(session: Session, heads: Iterable[Head] = ()) -> Iterator[Finding]:
    """Check every act and seal, and heads that were kept elsewhere."""
    yield from _check_chain(session)
    yield from _check_unsealed(session)
    for head in heads:
        seal = session.scalar(select(AuditSeal.seal).where(AuditSeal.number == head.number))
        if seal is None or not hmac.compare_digest(seal, head.seal):
            yield Finding(Fault.CUT, head.number)


def _check_chain(session: Session) -> Iterator[Finding]:
    number, before = FIRST, NOTHING_BEFORE
    for seal, entry in _list_sealed(session):
        if seal.number != number:
            # What the next seal was made from is missing, so that one is believed.
            yield Finding(Fault.GAP, seal.number)
        elif entry is None:
            yield Finding(Fault.GONE, seal.number)
        elif not hmac.compare_digest(seal.seal, seal_of(session.info[KEY], entry, number, before)):
            yield Finding(Fault.CHANGED, seal.number)
        number, before = seal.number + 1, seal.seal


def _list_sealed(session: Session) -> Iterator[Row[AuditSeal, AuditEntry | None]]:
    yield from session.execute(
        select(AuditSeal, AuditEntry)
        .outerjoin(AuditEntry, AuditEntry.id == AuditSeal.entry_id)
        .order_by(AuditSeal.number)
        .execution_options(yield_per=_AT_ONCE)
    )


def _check_unsealed(session: Session) -> Iterator[Finding]:
    unsealed = (
        select(AuditEntry.id)
        .outerjoin(AuditSeal, AuditSeal.entry_id == AuditEntry.id)
        .where(AuditSeal.number.is_(None))
        .order_by(AuditEntry.id)
    )
    for number in session.scalars(unsealed):
        yield Finding(Fault.UNSEALED, number)
