"""Which vocabulary this process uses: our own lists, with ESCO's names where they were brought in.

The names of codes are asked for everywhere, without a session at hand; so there is one vocabulary for the
process, and `take_up_esco` compares it with the database before each request.
"""

from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.esco_download import Esco
from web.models.esco import EscoPart
from web.queries.esco import find_esco_part


@dataclass(frozen=True)
class EscoInUse:
    """What of ESCO the vocabulary shows."""

    digest: str
    occupations: int
    skills: int
    imported_at: datetime
    vocabulary: Vocabulary


class _InUse:
    """Changed as a whole, so that whoever reads sees the one or the other."""

    def __init__(self) -> None:
        self.esco: EscoInUse | None = None
        self.changing = Lock()

    @property
    def digest(self) -> str | None:
        return self.esco.digest if self.esco else None


_in_use = _InUse()


def current_vocabulary() -> Vocabulary:
    """Give the vocabulary in use."""
    return _in_use.esco.vocabulary if _in_use.esco else Vocabulary.load()


def esco_in_use() -> EscoInUse | None:
    """Say what of ESCO is in it."""
    return _in_use.esco


def take_up_esco(session: Session) -> None:
    """Use the ESCO names that are stored now; whoever reads meanwhile goes on with those of before."""
    digest = session.scalar(select(EscoPart.digest))
    if digest == _in_use.digest:
        return
    with _in_use.changing:
        if digest != _in_use.digest:
            part = find_esco_part(session)
            _in_use.esco = _read(part) if part else None


def _read(part: EscoPart) -> EscoInUse:
    vocabulary = Vocabulary.with_esco(Esco.from_json(part.content))
    return EscoInUse(part.digest, part.occupations, part.skills, part.imported_at, vocabulary)
