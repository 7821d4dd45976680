"""Changes by a link from a mail: whether it still counts is asked once more when it is this form's turn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from web.forms.base import WriteForm
from web.models.user import User
from web.views.writing import Writing, write


class LinkSpentError(Exception):
    """While the form waited, the link was used elsewhere, or the account is another by now."""


@contextmanager
def write_by_link(form: WriteForm, user: User, find: Callable[[], User | None]) -> Iterator[Writing]:
    """Run a change that a link allows; `find` says whose link it is while it counts."""
    with write(form) as writing:
        # Held, so that of two browsers with one link the second looks only when the first is done.
        writing.session.refresh(user, with_for_update={"key_share": True, "of": User})
        if find() is None:
            raise LinkSpentError
        yield writing
