"""Papers of people on the roster."""

from web.db import current_session
from web.permissions import Permission
from web.queries.documents import find_document
from web.views.coordinator.blueprint import bp
from web.views.files import hand_out
from web.views.guards import check, requires
from web.views.pages import Page


@bp.get("/documents/<id:document_id>/file")
@requires(Permission.DOCUMENT_READ)
def document_file(document_id: int) -> Page:
    """Save a paper; its owner can see who did."""
    document = find_document(current_session()(), document_id)
    check(Permission.DOCUMENT_READ, document)
    assert document is not None
    return hand_out(document)
