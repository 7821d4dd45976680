"""Reading what was imported from ESCO."""

from sqlalchemy.orm import Session

from web.models.esco import ONLY_ROW, EscoPart


def find_esco_part(session: Session) -> EscoPart | None:
    """Find what was imported last, without its content, which is read when it is asked for."""
    return session.get(EscoPart, ONLY_ROW)
