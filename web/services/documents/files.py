"""Files that come and go with a transaction: written before the row, deleted only once the row is gone.

They are sealed under the key of whose they are, for a place that is the digest of what is in them.
"""

from sqlalchemy.orm import Session

from web.keys import BrokenSealError
from web.models.document import Document
from web.models.sealed import keyring_of
from web.models.user import User
from web.services.documents.store import DocumentStore

STORE = "sankofa_documents"
WRITTEN, DROPPED = "sankofa_documents_written", "sankofa_documents_dropped"


def store_of(session: Session) -> DocumentStore:
    """Give the store of the files that the rows of this session are about."""
    store: DocumentStore = session.info[STORE]
    return store


class FileChangedError(ValueError):
    """What lies in the folder is not the file that was kept."""


def keep_file(session: Session, content: bytes, *, person: User, sha256: str) -> str:
    """Write a file and give its key; if the transaction is rolled back, the file goes too."""
    key = store_of(session).write(keyring_of(session).seal(person.key_id, content, _place(sha256)))
    session.info.setdefault(WRITTEN, []).append(key)
    return key


def read_file(session: Session, document: Document) -> bytes:
    """Read a file; raises FileLostError or FileChangedError where it is not the one that was kept."""
    sealed = store_of(session).read(document.key)
    try:
        return keyring_of(session).open(sealed, _place(document.sha256))
    except BrokenSealError:
        raise FileChangedError(document.key) from None


def _place(sha256: str) -> str:
    return f"document:{sha256}:content"


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
