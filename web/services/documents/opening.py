"""Handing out a paper: every opening is an act, by whomever."""

import hashlib

from sqlalchemy.orm import Session

from web.models.document import Document
from web.models.user import User
from web.services.audit import record_act
from web.services.documents.files import FileChangedError, read_file
from web.services.documents.store import FileLostError
from web.services.errors import ServiceError
from web.services.openings import find_consent

OPENED = "document.open"


class DocumentLostError(ServiceError):
    """The file is gone, or is not the one that was kept."""


def open_document(
    session: Session, *, actor: User, document: Document, vacancy_id: int | None = None
) -> bytes:
    """Give the file, and note who opened it, for which vacancy; nothing is given unless that is noted."""
    try:
        content = read_file(session, document)
    except (FileChangedError, FileLostError):
        raise DocumentLostError from None
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise DocumentLostError
    consent = find_consent(document.professional, actor, vacancy_id)
    record_act(
        session,
        actor=actor,
        action=OPENED,
        thing=document,
        professional=document.professional_id,
        role=actor.role.value,
        ministry=actor.ministry_id,
        countries=sorted(actor.countries),
        vacancy=vacancy_id,
        consent=consent.id if consent else None,
    )
    return content
