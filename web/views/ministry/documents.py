"""Papers that a candidate shows to the ministry whose vacancy they said yes to."""

from flask import abort

from web.db import current_session
from web.permissions import Permission
from web.queries.documents import find_document, list_disclosed_documents
from web.queries.placements import find_placement
from web.views.files import hand_out
from web.views.guards import check, requires, the_user
from web.views.ministry.blueprint import bp
from web.views.pages import Page


@bp.get("/cases/<id:placement_id>/documents/<id:document_id>/file")
@requires(Permission.DOCUMENT_READ_DISCLOSED)
def placement_document(placement_id: int, document_id: int) -> Page:
    """Save a paper that belongs to a case."""
    session = current_session()()
    placement = find_placement(session, placement_id)
    check(Permission.PLACEMENT_ANSWER_AS_MINISTRY, placement)
    document = find_document(session, document_id)
    check(Permission.DOCUMENT_READ_DISCLOSED, document)
    assert placement is not None
    assert document is not None
    # A yes to another vacancy of the same ministry says nothing about this case.
    if document not in list_disclosed_documents(session, visible_to=the_user(), placement=placement):
        abort(404)
    return hand_out(document, placement.vacancy_id)
