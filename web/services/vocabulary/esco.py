"""Bringing in the official ESCO download: more names, more languages, more skills."""

from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from matcher.vocabulary.catalogue import read
from matcher.vocabulary.esco import health_part
from matcher.vocabulary.esco_download import Esco, EscoError, read_download
from web.models.base import now
from web.models.esco import ONLY_ROW, EscoPart
from web.models.user import User
from web.queries.esco import find_esco_part
from web.services.audit import record_act
from web.services.errors import ConflictError

__all__ = ["AlreadyImportingError", "Esco", "EscoError", "import_esco", "read_health_part"]


class AlreadyImportingError(ConflictError):
    """Somebody else is importing at this moment."""


def read_health_part(folder: Path) -> Esco:
    """Read what of an ESCO CSV download concerns health work; EscoError says what is wrong with it."""
    return health_part(read(), read_download(folder))


def import_esco(session: Session, *, part: Esco, actor: User | None = None) -> bool:
    """Store it in place of what was stored before; say whether it is another one."""
    row = find_esco_part(session) or EscoPart(id=ONLY_ROW)
    if row.digest == part.digest:
        return False
    row.digest, row.content, row.imported_at = part.digest, part.to_json(), now()
    row.occupations, row.skills, row.wordings = len(part.occupations), len(part.skills), part.wordings
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:
        raise AlreadyImportingError from error
    record_act(session, actor=actor, action="vocabulary.import_esco", thing=row, digest=part.digest)
    return True
