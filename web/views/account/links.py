"""Changes by a link from a mail: whether it still counts is asked once more when it is this form's turn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import request, url_for

from web.accounts import signed_in_user
from web.forms.accounts import ConfirmForm
from web.forms.base import WriteForm
from web.models.user import User
from web.views.pages import Page, show
from web.views.writing import Writing, write


class LinkSpentError(Exception):
    """While the form waited, the link was used elsewhere, or the account is another by now."""


def refuse_other_account(user: User) -> Page | None:
    """Ask whoever is signed in here as somebody else to sign out first; None where nobody else is.

    Otherwise what the link did would be told to them, on their own page, as if it had happened to them.
    """
    here = signed_in_user()
    if here is None or here.id == user.id:
        return None
    again = url_for("account.sign_out", next=request.path)
    return show("account/other_account.html", ConfirmForm(), here=here.email, meant=user.email, again=again)


@contextmanager
def write_by_link(form: WriteForm, user: User, find: Callable[[], User | None]) -> Iterator[Writing]:
    """Run a change that a link allows; `find` says whose link it is while it counts."""
    with write(form) as writing:
        # Held, so that of two browsers with one link the second looks only when the first is done.
        writing.session.refresh(user, with_for_update={"key_share": True, "of": User})
        if find() is None:
            raise LinkSpentError
        yield writing
