"""Remembering which forms were sent, so that none acts twice."""

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.submission import Submission


def find_submission(session: Session, *, nonce: str, user_id: int | None) -> Submission | None:
    """Give the earlier sending of this form, or claim the nonce for this one.

    On PostgreSQL a twin that runs at the same moment blocks in the INSERT until the first has committed.
    """
    earlier = session.get(Submission, nonce)
    if earlier is None:
        try:
            with session.begin_nested():
                session.add(Submission(nonce=nonce, user_id=user_id))
        except IntegrityError:
            earlier = session.get_one(Submission, nonce, populate_existing=True)
        else:
            return None
    if earlier.user_id != user_id:
        # Somebody else's nonce cannot be guessed; a form kept open across a sign-in gets a fresh start.
        session.execute(delete(Submission).where(Submission.nonce == nonce))
        session.expunge(earlier)
        session.add(Submission(nonce=nonce, user_id=user_id))
        session.flush()
        return None
    return earlier


def find_answer(session: Session, *, nonce: str, user_id: int | None) -> str | None:
    """Give the answer that this form got, if this user has sent it before."""
    earlier = session.get(Submission, nonce)
    return earlier.location if earlier and earlier.user_id == user_id and earlier.location else None


def record_submission(session: Session, *, nonce: str, location: str) -> None:
    """Keep the answer a form got."""
    session.get_one(Submission, nonce).location = location
    session.flush()
