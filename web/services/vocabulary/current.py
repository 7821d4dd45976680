"""Which vocabulary this process uses: our own lists, with ESCO's names where they were brought in.

The names of codes are asked for everywhere, without a session at hand; so there is one vocabulary for the
process, and `take_up_esco` compares it with the database before each request.
"""

from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.esco_download import Esco
from web.models.esco import EscoPart
from web.queries.esco import find_esco_part


class _InUse:
    """The vocabulary with ESCO's names, and what of them it shows."""

    def __init__(self) -> None:
        self.digest: str | None = None
        self.vocabulary: Vocabulary | None = None
        self.lock = Lock()


_in_use = _InUse()


def current_vocabulary() -> Vocabulary:
    """Give the vocabulary in use."""
    return _in_use.vocabulary or Vocabulary.load()


def take_up_esco(session: Session) -> None:
    """Use the ESCO names that are stored now; whoever reads meanwhile goes on with those of before."""
    digest = session.scalar(select(EscoPart.digest))
    if digest == _in_use.digest:
        return
    with _in_use.lock:
        if digest == _in_use.digest:
            return
        part = find_esco_part(session)
        _in_use.vocabulary = Vocabulary.with_esco(Esco.from_json(part.content)) if part else None
        _in_use.digest = part.digest if part else None
