"""The fences in front of pages: every route names a permission or says that it is public."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from web.accounts import lacks_second_factor, signed_in_user
from web.models.user import User
from web.permissions import Permission, may
from web.permissions.predicates import Thing
from web.sessions import forget_ended, this_session

P = ParamSpec("P")
R = TypeVar("R")


class SignedOutError(Exception):
    """Whoever sent this was signed out while it waited: suspended, erased, or something else by now."""


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Open a page to everybody."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def requires(
    permission: Permission, *, before_set_up: bool = False
) -> Callable[[Callable[P, Any]], Callable[P, Any]]:
    """Ask a visitor to sign in, and refuse a user whose role never has the permission.

    Who must have a second factor and has none reaches only the pages that are there `before_set_up`. Pages
    about one object must also call check() with the object.
    """

    def decorate(view: Callable[P, Any]) -> Callable[P, Any]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
            user = signed_in_user()
            if user is None:
                return ask_to_sign_in()
            if lacks_second_factor(user) and not before_set_up:
                return redirect(url_for("account.security"), code=303)
            if not may(user, permission):
                abort(403)
            return view(*args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def recently_proved(view: Callable[P, Any]) -> Callable[P, Any]:
    """Ask for the password or the second factor again before what cannot be undone, unless just given.

    Stands behind @requires. Somebody who finds a screen open, or has copied a cookie, comes no further.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Any:
        return view(*args, **kwargs) if this_session().is_proved else _ask_to_prove()

    guarded.needs_proof = True  # type: ignore[attr-defined]
    return guarded


def _ask_to_prove() -> Response:
    wanted = request.full_path.rstrip("?")
    if request.method != "GET":
        flash(_("What you sent was not saved. First prove who you are, then send it again."), "error")
        wanted = request.path
    return redirect(url_for("account.prove", next=wanted), code=303)


def ask_to_sign_in() -> Response:
    """Send a visitor to the sign-in page and back here afterwards; a form is not sent again by itself."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    has_ended = forget_ended()
    if has_ended and wanted is not None:
        flash(_("You were signed out: your session has ended, or your account was changed."), "notice")
    if wanted is None:
        flash(_("What you sent was not saved. Sign in, then open the page again."), "error")
    return redirect(url_for("account.sign_in", next=wanted), code=303)


def the_user() -> User:
    """Give the signed-in user of a guarded page."""
    user = signed_in_user()
    if user is None:
        raise SignedOutError
    return user


def check(permission: Permission, thing: Thing) -> None:
    """Answer 404 unless the object exists and the user may do this to it: foreign and absent look alike."""
    if thing is None or not may(the_user(), permission, thing):
        abort(404)
