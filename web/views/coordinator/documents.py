"""Papers of people on the roster: those that wait for an answer, one paper, and its file."""

from flask import request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.document_answers import AnswerForm, DocumentListForm
from web.models.base import now
from web.models.document import Document, DocumentAnswer, DocumentFault
from web.permissions import Permission
from web.presenters.document_answers import answer_words, fault_label
from web.presenters.document_queues import (
    answer_record,
    document_record,
    present_document_queue,
    present_documents,
)
from web.queries.document_queues import (
    DocumentQueue,
    count_documents_to_answer,
    list_documents_to_answer,
)
from web.queries.documents import find_document
from web.queries.keyset import TOP, Place
from web.services.documents import answer_document, answer_state
from web.services.errors import ServiceError, StaleError
from web.services.openings import Opening
from web.views.coordinator.blueprint import bp
from web.views.files import hand_out
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.shown import note_shown
from web.views.writing import write

CONFLICT = 409


@bp.get("/documents")
@requires(Permission.DOCUMENT_ANSWER)
def documents() -> Page:
    """List the documents of everybody on the roster, by what was answered."""
    form = DocumentListForm(request.args)
    valid = form.validate()
    queue = DocumentQueue(form.queue.data) if valid else DocumentQueue.WAITING
    place = Place(form.after.data, form.before.data) if valid else TOP
    session, user = current_session()(), the_user()
    page = list_documents_to_answer(session, visible_to=user, queue=queue, place=place)
    note_shown(Opening.NAME, {document.professional for document in page.rows})
    return show(
        "coordinator/documents/list.html",
        form,
        rows=present_documents(page.rows, now().date()),
        view=present_document_queue(queue, count_documents_to_answer(session, visible_to=user), page),
    )


@bp.route("/documents/<id:document_id>", methods=["GET", "POST"])
@requires(Permission.DOCUMENT_ANSWER)
def document(document_id: int) -> Page:
    """Show what a document is, and answer it."""
    found = load_document(document_id)
    form = AnswerForm()
    form.answer.choices = [(answer.value, answer_words(answer)) for answer in DocumentAnswer]
    form.fault.choices = [(fault.value, fault_label(fault)) for fault in DocumentFault]
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                answer_document(
                    writing.session,
                    actor=the_user(),
                    document=found,
                    answer=DocumentAnswer(form.answer.data),
                    fault=DocumentFault(form.fault.data) if form.fault.data else None,
                    note=form.note.data or "",
                    expected_state=form.state.data,
                )
                return writing.done(url_for("coordinator.documents"), _("Your answer is kept."))
        except StaleError:
            return show_stale(form, document_id)
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    if not form.is_submitted():
        form.state.data = answer_state(found)
    return show_document(form, found)


def load_document(document_id: int) -> Document:
    """Load a document of somebody on the roster, or answer 404."""
    found = find_document(current_session()(), document_id)
    check(Permission.DOCUMENT_ANSWER, found)
    assert found is not None
    return found


def show_stale(form: AnswerForm, document_id: int) -> tuple[str, int]:
    """Ask to look once more: a colleague has answered in the meantime."""
    found = load_document(document_id)
    form.refuse(
        _("A colleague answered after you opened the page. Read their answer below, then send yours.")
    )
    form.state.data = answer_state(found)
    return show_document(form, found)[0], CONFLICT


def show_document(form: AnswerForm, document: Document) -> tuple[str, int]:
    """Show the page of a document around the form of an answer."""
    note_shown(Opening.NAME, [document.professional])
    return show(
        "coordinator/documents/document.html",
        form,
        document=document,
        record=document_record(document),
        answered=answer_record(document),
    )


@bp.get("/documents/<id:document_id>/file")
@requires(Permission.DOCUMENT_READ)
def document_file(document_id: int) -> Page:
    """Save a paper; its owner can see who did."""
    found = find_document(current_session()(), document_id)
    check(Permission.DOCUMENT_READ, found)
    assert found is not None
    return hand_out(found)
