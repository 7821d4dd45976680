"""Reading the wordings that people confirmed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.models.wording import CodeKind, ConfirmedWording
from web.queries.keyset import TOP, PageOfRows, Place, read_page

MOST_CODES = 3


def list_confirmed_codes(
    session: Session, *, kind: CodeKind, words: str, language: str, country: str
) -> list[str]:
    """List the codes that were confirmed for words, the most often confirmed first.

    Those of the reader's country count, and those of no country in particular.
    """
    wording = ConfirmedWording
    statement = (
        select(wording.code)
        .where(
            wording.kind == kind,
            wording.words == words,
            wording.language == language,
            wording.country.in_({country, ""}),
            wording.revoked_at.is_(None),
        )
        .order_by(wording.country.desc(), wording.confirmations.desc(), wording.id)
        .limit(MOST_CODES)
    )
    return list(dict.fromkeys(session.scalars(statement)))


def find_wording(
    session: Session, *, kind: CodeKind, words: str, language: str, country: str, code: str
) -> ConfirmedWording | None:
    """Find one wording, revoked or not."""
    return session.scalar(
        select(ConfirmedWording).where(
            ConfirmedWording.kind == kind,
            ConfirmedWording.words == words,
            ConfirmedWording.language == language,
            ConfirmedWording.country == country,
            ConfirmedWording.code == code,
        )
    )


def get_wording(session: Session, wording_id: int) -> ConfirmedWording | None:
    """Get one wording by its number."""
    return session.get(ConfirmedWording, wording_id)


def list_wordings(session: Session, *, revoked: bool, place: Place = TOP) -> PageOfRows[ConfirmedWording]:
    """Read one page of the wordings in use, or of the revoked ones, the last confirmed first."""
    state = ConfirmedWording.revoked_at.is_not(None) if revoked else ConfirmedWording.revoked_at.is_(None)
    return read_page(
        session,
        select(ConfirmedWording).where(state),
        order=ConfirmedWording.last_at,
        key=ConfirmedWording.id,
        place=place,
        descending=True,
    )
