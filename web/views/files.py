"""Files in and out: how much a request may bring, having a file looked into, handing one out."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, make_response, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from web.db import current_session, transaction
from web.inspection import LARGEST_FILE, FileKind, Good, RefusedError, inspect_file
from web.models.document import Document
from web.services.documents import DocumentLostError, open_document, record_refusal
from web.views.account.limits import limit_uploads
from web.views.guards import the_user

# The file, and room for the other answers of its form.
LARGEST_UPLOAD = LARGEST_FILE + 64 * 1024
# Whatever is in it, a browser runs none of it.
SANDBOX = "sandbox; default-src 'none'"
TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

View = TypeVar("View", bound=Callable[..., object])


def init_app(app: Flask) -> None:
    """Let the pages that take files, and no others, be sent as much as a file has."""
    app.config["LARGEST_UPLOAD"] = LARGEST_UPLOAD

    @app.url_value_preprocessor
    def make_room(endpoint: str | None, _values: object) -> None:
        # Before anything else looks at the form, such as for its token.
        if takes_file(endpoint) and request.mimetype == "multipart/form-data":
            request.max_content_length = LARGEST_UPLOAD


def takes_file(endpoint: str | None) -> bool:
    """Say whether a file may be sent to this page."""
    return hasattr(current_app.view_functions.get(endpoint or ""), "takes_files")


def takes_files(view: View) -> View:
    """Open a page to files, so many in an hour."""
    view.takes_files = True  # type: ignore[attr-defined]
    return limit_uploads(view)


def look_into(sent: FileStorage) -> Good:
    """Have a file looked into; what is wrong with it is noted and raised."""
    # It may take a while: nobody shall wait meanwhile for what this request has read.
    current_session().rollback()
    try:
        return inspect_file(sent.stream)
    except RefusedError as refused:
        with transaction() as session:
            record_refusal(session, user=the_user(), refusal=refused.refusal)
        raise


def hand_out(document: Document, vacancy_id: int | None = None) -> Response:
    """Give a paper to be saved, under a name of ours, once it is noted who opened it, and for what."""
    try:
        with transaction() as session:
            content = open_document(session, actor=the_user(), document=document, vacancy_id=vacancy_id)
    except DocumentLostError:
        current_app.logger.error("the file of document %d is gone or changed", document.id)  # noqa: TRY400
        abort(404)
    response = make_response(content)
    name = f"{document.category.replace('_', '-')}-{document.id}.{document.kind}"
    response.headers["Content-Type"] = TYPES[document.kind]
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
