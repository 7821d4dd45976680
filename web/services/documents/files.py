"""Files that come and go with a transaction: written before the row, deleted only once the row is gone."""

from sqlalchemy.orm import Session

from web.services.documents.store import DocumentStore

STORE = "sankofa_documents"
WRITTEN, DROPPED = "sankofa_documents_written", "sankofa_documents_dropped"


def store_of(session: Session) -> DocumentStore:
    """Give the store of the files that the rows of this session are about."""
    store: DocumentStore = session.info[STORE]
    return store


def keep_file(session: Session, content: bytes) -> str:
    """Write a file and give its key; if the transaction is rolled back, the file goes too."""
    key = store_of(session).write(content)
    session.info.setdefault(WRITTEN, []).append(key)
    return key


def drop_file(session: Session, key: str) -> None:
    """Have a file deleted once the transaction is committed, and not before."""
    session.info.setdefault(DROPPED, []).append(key)


def settle_files(session: Session) -> None:
    """After a commit: what was written stays, what was dropped goes."""
    if session.in_nested_transaction():
        # A part of the transaction is done; the whole may still be undone.
        return
    session.info.pop(WRITTEN, None)
    for key in session.info.pop(DROPPED, []):
        store_of(session).delete(key)


def undo_files(session: Session) -> None:
    """After a rollback: what was written goes, what was dropped stays."""
    if session.in_nested_transaction():
        return
    session.info.pop(DROPPED, None)
    for key in session.info.pop(WRITTEN, []):
        store_of(session).delete(key)
