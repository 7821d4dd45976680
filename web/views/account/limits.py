"""How often somebody may try: strictly for one account, generously for one network address.

A whole ministry stands behind one router, so its address says little about who tries. The account that is
tried says more, and a guesser who changes accounts still meets the limit of the address.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar, cast

from email_validator import EmailNotValidError
from flask import request
from werkzeug.wrappers import Response

from web.accounts import limiter, signed_in_user
from web.forms.accounts import same_address
from web.views.pages import UNPROCESSABLE

SIGN_IN_OF_ACCOUNT = "10 per 5 minutes"
SIGN_IN_OF_ADDRESS = "100 per 5 minutes"
MAIL_TO_ACCOUNT = "10 per hour"
MAIL_OF_ADDRESS = "100 per hour"

LONGEST_EMAIL = 254

View = TypeVar("View", bound=Callable[..., object])


def limit_sign_in(view: View) -> View:
    """Limit the wrong tries to sign in; right ones do not count."""
    return _limit(view, SIGN_IN_OF_ACCOUNT, SIGN_IN_OF_ADDRESS, deduct_when=was_refused)


def limit_mail(view: View) -> View:
    """Limit the mails that somebody can have sent to an address they type."""
    return _limit(view, MAIL_TO_ACCOUNT, MAIL_OF_ADDRESS)


def limit_own_password(view: View) -> View:
    """Limit the tries to change the password of the account that is signed in."""
    strict = limiter.limit(SIGN_IN_OF_ACCOUNT, methods=["POST"], key_func=own_account)
    return cast("View", strict(view))


def _limit(
    view: View, of_account: str, of_address: str, deduct_when: Callable[[Response], bool] | None = None
) -> View:
    strict = limiter.limit(of_account, methods=["POST"], key_func=typed_account, deduct_when=deduct_when)
    generous = limiter.limit(of_address, methods=["POST"], deduct_when=deduct_when)
    return cast("View", generous(strict(view)))


def was_refused(response: Response) -> bool:
    """Say whether a try failed: only those count, so that an office behind one address can work."""
    return response.status_code == UNPROCESSABLE


def typed_account() -> str:
    """Name the account that is tried by a digest: who reads the counts learns no addresses."""
    typed = request.form.get("email", "")[:LONGEST_EMAIL].strip()
    try:
        typed = same_address(typed)
    except EmailNotValidError:
        # No account has it, so it does not matter how often it is tried.
        typed = typed.lower()
    return f"account-{sha256(typed.encode(errors='replace')).hexdigest()}"


def own_account() -> str:
    """Name the account that is signed in."""
    user = signed_in_user()
    return f"user-{user.id}" if user else typed_account()
