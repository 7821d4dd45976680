"""Bringing files and rows together again after a machine was stopped in between, and ending what is over."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.document import Document
from web.models.inventory import rules
from web.services.audit import record_act
from web.services.documents.files import drop_file, store_of
from web.services.retention import is_held_professional

# Longer than any transaction, as a younger file may be about to get its row; and long enough for somebody who
# has put back an old database to notice, before the papers sent since are gone.
YOUNG = timedelta(days=1)
# What power cuts leave. More than that, or than there are files with a row, is the folder of another service.
MOST_AT_ONCE = 20
KEPT_AFTER_REPLACEMENT = timedelta(days=365 * (rules.DOCUMENT.period.count if rules.DOCUMENT.period else 0))


@dataclass(frozen=True)
class Swept:
    """What a sweep found: files without a row, deleted or too many for that, and rows whose file is gone."""

    deleted: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


def sweep_documents(session: Session) -> Swept:
    """Delete files that no row is about, if they are few, and name rows that no file is about."""
    store = store_of(session)
    keys = {key: number for key, number in session.execute(select(Document.key, Document.id))}  # noqa: C416
    orphans = [key for key in store.list_keys(older_than=now() - YOUNG) if key not in keys]
    there = set(store.list_keys())
    lost = sorted(number for key, number in keys.items() if key not in there)
    if len(orphans) > min(MOST_AT_ONCE, len(there & keys.keys())):
        return Swept(unknown=orphans, lost=lost)
    for key in orphans:
        store.delete(key)
    return Swept(deleted=orphans, lost=lost)


def forget_replaced_documents(session: Session) -> int:
    """Delete papers that were replaced longer ago than the rule says, and say how many."""
    long_ago = now() - KEPT_AFTER_REPLACEMENT
    held = is_held_professional(Document.professional_id)
    over = session.scalars(select(Document).where(Document.replaced_at < long_ago, ~held)).all()
    for document in over:
        record_act(session, actor=None, action="document.forget", thing=document)
        drop_file(session, document.key)
        session.delete(document)
    session.flush()
    return len(over)
