"""How often somebody may try: strictly for one account, generously for one network address and in all.

A whole ministry stands behind one router, so its address says little about who tries. The account that is
tried says more; a guesser who changes accounts still meets the limit of the address, and one who changes
addresses that of everybody. None of them shuts out the owner of an account: a device they have signed in with
has a count of its own. See docs/adr/0012.
"""

import hmac
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from ipaddress import ip_address, ip_network
from typing import Any, TypeVar, cast

from email_validator import EmailNotValidError
from flask import current_app, make_response, request
from flask import session as cookie
from werkzeug.exceptions import TooManyRequests

from web.accounts import signed_in_user
from web.db import current_session, transaction
from web.forms.accounts import LONGEST_EMAIL, same_address
from web.forms.text import clean
from web.models.base import now
from web.queries.browser_sessions import was_device_used
from web.queries.users import find_user_by_email
from web.services.browser_sessions import KEPT_FOR, hash_of
from web.services.try_counts import Counted, Limit, TooManyTriesError, count_try, give_back
from web.sessions import DEVICE_ID, find_half_way
from web.views.pages import UNPROCESSABLE

FIVE_MINUTES, HOUR, DAY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)
# Figures that docs/operations.md repeats.
SIGN_IN_OF_ACCOUNT = (10, FIVE_MINUTES)
SIGN_IN_OF_ADDRESS = (100, FIVE_MINUTES)
SIGN_IN_OF_EVERYBODY = (1_000, FIVE_MINUTES)
MAIL_TO_ACCOUNT = (10, HOUR)
MAIL_OF_ADDRESS = (100, HOUR)
UPLOADS_OF_ACCOUNT = (60, HOUR)
PROOFS = ((5, FIVE_MINUTES), (20, HOUR), (50, DAY))

# Whoever has one address of version 6 has all that begin alike.
OWN_BITS = 64

View = TypeVar("View", bound=Callable[..., object])
ListLimits = Callable[[], list[Limit]]


def limit_sign_in(view: View) -> View:
    """Limit the wrong tries to sign in; right ones do not count."""
    return _limit(view, _of_sign_in)


def limit_mail(view: View) -> View:
    """Limit the mails that somebody can have sent to an address they type."""
    return _limit(view, _of_mail, only_refused=False)


def limit_own_mail(view: View) -> View:
    """Limit the mails that somebody can have sent to their own address."""
    return _limit(view, _of_own_mail, only_refused=False)


def limit_own_password(view: View) -> View:
    """Limit the wrong tries to tell the password of the account that is signed in."""
    return _limit(view, _of_own_password)


def limit_uploads(view: View) -> View:
    """Limit the files that somebody can have looked into."""
    return _limit(view, _of_uploads, only_refused=False)


def limit_proof(view: View) -> View:
    """Limit the wrong tries to give a second factor, or to prove once more who one is: all ways together."""
    return _limit(view, _of_proof)


def _limit(view: View, list_limits: ListLimits, *, only_refused: bool = True) -> View:
    @wraps(view)
    def limited(*args: Any, **kwargs: Any) -> Any:
        if request.method != "POST" or not current_app.config["SETTINGS"].rate_limits:
            return view(*args, **kwargs)
        counted = _count(list_limits())
        response = make_response(view(*args, **kwargs))
        if only_refused and response.status_code != UNPROCESSABLE:
            with transaction() as session:
                give_back(session, counted)
        return response

    return cast("View", limited)


def _count(limits: list[Limit]) -> list[Counted]:
    try:
        with transaction() as session:
            return count_try(session, limits)
    except TooManyTriesError as error:
        raise TooManyRequests(retry_after=error.seconds) from error


def _of_sign_in() -> list[Limit]:
    account = _typed_account()
    if device := _known_device():
        return [_make("sign-in on a known device", account + device, SIGN_IN_OF_ACCOUNT)]
    return [
        _make("sign-in", account, SIGN_IN_OF_ACCOUNT),
        _make("sign-in from", _network(), SIGN_IN_OF_ADDRESS),
        _make("sign-in", "everybody", SIGN_IN_OF_EVERYBODY),
    ]


def _of_mail() -> list[Limit]:
    return [
        _make("mail", _typed_account(), MAIL_TO_ACCOUNT),
        _make("mail from", _network(), MAIL_OF_ADDRESS),
    ]


def _of_own_password() -> list[Limit]:
    user = signed_in_user()
    return [_make("password", f"user {user.id}" if user else _network(), SIGN_IN_OF_ACCOUNT)]


def _of_own_mail() -> list[Limit]:
    user = signed_in_user() or find_half_way()
    return [_make("mail", f"user {user.id}" if user else _network(), MAIL_TO_ACCOUNT)]


def _of_uploads() -> list[Limit]:
    user = signed_in_user()
    return [_make("upload", f"user {user.id}" if user else _network(), UPLOADS_OF_ACCOUNT)]


def _of_proof() -> list[Limit]:
    # Whoever comes so far knows the password, so that nobody else can use up somebody's tries.
    user = signed_in_user() or find_half_way()
    whose = f"user {user.id}" if user else _network()
    return [_make("proof", whose, figures) for figures in PROOFS]


def _make(what: str, whose: str, figures: tuple[int, timedelta]) -> Limit:
    # A digest that nobody makes without our key: who reads the counts learns no addresses.
    said = "\n".join((what, whose, str(figures))).encode(errors="replace")
    return Limit(hmac.digest(current_app.config["SECRET_KEY"].encode(), said, "sha256").hex(), *figures)


def _typed_account() -> str:
    # Read as the forms read it: an address with blanks, or with letters nobody sees, is the same account.
    typed = (clean(request.form.get("email")) or "")[:LONGEST_EMAIL]
    try:
        return same_address(typed)
    except EmailNotValidError:
        # No account has it, so it does not matter how often it is tried.
        return typed.lower()


def _known_device() -> str:
    """Give the mark of a device that the typed account was used on; nothing if it was not."""
    mark = cookie.get(DEVICE_ID)
    if mark is None:
        return ""
    session = current_session()()
    user = find_user_by_email(session, _typed_account())
    # Asked also where there is no account: the time tells nothing.
    is_known = was_device_used(
        session, user_id=user.id if user else 0, device_hash=hash_of(mark), since=now() - KEPT_FOR
    )
    return hash_of(mark) if is_known else ""


def _network() -> str:
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    bits = OWN_BITS if address.version == 6 else address.max_prefixlen  # noqa: PLR2004
    return str(ip_network((address, bits), strict=False))
