"""Papers that professionals send: keeping, handing out, and bringing order into the folder of files."""

from web.services.documents.answering import (
    FaultMissingError,
    NotAnswererError,
    answer_document,
    answer_state,
)
from web.services.documents.files import STORE, settle_files, undo_files
from web.services.documents.keeping import (
    AlreadyReplacedError,
    DocumentFacts,
    NotOwnClaimError,
    TooManyDocumentsError,
    add_document,
    record_refusal,
    remove_document,
    replace_document,
    show_to_ministries,
)
from web.services.documents.opening import OPENED, DocumentLostError, open_document
from web.services.documents.store import DocumentStore
from web.services.documents.sweeping import Swept, forget_replaced_documents, sweep_documents

__all__ = [
    "OPENED",
    "STORE",
    "AlreadyReplacedError",
    "DocumentFacts",
    "DocumentLostError",
    "DocumentStore",
    "FaultMissingError",
    "NotAnswererError",
    "NotOwnClaimError",
    "Swept",
    "TooManyDocumentsError",
    "add_document",
    "answer_document",
    "answer_state",
    "forget_replaced_documents",
    "open_document",
    "record_refusal",
    "remove_document",
    "replace_document",
    "settle_files",
    "show_to_ministries",
    "sweep_documents",
    "undo_files",
]
