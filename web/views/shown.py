"""Noting whose name or file a page shows: written once the page is made, and before it is sent.

The second thing that opening a page may write, after the ranked list it shows: what people were shown must be
kept, see docs/adr/0003. A page whose note cannot be written is not sent.
"""

from collections.abc import Iterable

from flask import Flask, g
from werkzeug.sansio.response import Response as BaseResponse

from web.db import ReadOnlyError, current_session, transaction
from web.models.placement import Placement
from web.models.professional import Professional
from web.services.openings import Opening, Shown, needs_note, note_openings
from web.views.errors import show_read_only
from web.views.guards import the_user

FAILED_FROM = 400
REFUSED_AGAIN = {409, 422}


def init_app(app: Flask) -> None:
    """Write the notes of a page at its end."""
    app.after_request(write_notes)


def note_shown(opening: Opening, people: Iterable[Professional], *, vacancy_id: int | None = None) -> None:
    """Remember that this page shows something of these people."""
    shown = {Shown(opening, person.id, vacancy_id) for person in people}
    g.shown = g.get("shown", set()) | shown


def note_cases(opening: Opening, placements: Iterable[Placement]) -> None:
    """Remember that this page names the people of these cases."""
    for placement in placements:
        note_shown(opening, [placement.professional], vacancy_id=placement.vacancy_id)


def write_notes(response: BaseResponse) -> BaseResponse:
    """Write down what the page shows, unless that was done a while ago; a page that failed shows nothing."""
    shown: set[Shown] = g.pop("shown", set())
    refused = response.status_code >= FAILED_FROM and response.status_code not in REFUSED_AGAIN
    if not shown or refused or not needs_note(current_session()(), viewer=the_user(), shown=shown):
        return response
    try:
        with transaction() as session:
            note_openings(session, viewer=the_user(), shown=shown)
    except ReadOnlyError as error:
        # Nobody is shown what cannot be noted.
        return show_read_only(error)
    return response
