"""The name a ministry knows a candidate by: another one for each vacancy, so that nobody can join them."""

import base64
import hashlib
import hmac

from sqlalchemy.orm import Session

KEY = "pseudonym_key"
HALF = 4


def pseudonym_for(session: Session, *, vacancy_id: int, professional_id: int) -> str:
    """Make the pseudonym of one person in one vacancy, such as P-7F3K-9Q2M. It tells nothing of either."""
    message = f"{vacancy_id}:{professional_id}".encode()
    digest = hmac.new(session.info[KEY].encode(), message, hashlib.sha256).digest()
    letters = base64.b32encode(digest).decode()
    return f"P-{letters[:HALF]}-{letters[HALF : 2 * HALF]}"
