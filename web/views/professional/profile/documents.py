"""My documents: sending, opening, replacing, showing to ministries or not, removing."""

from flask import render_template, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.documents import DocumentForm, FileForm, ShowForm
from web.inspection import RefusedError, clean_name
from web.models.document import Document, DocumentCategory
from web.models.professional import Professional
from web.permissions import Permission
from web.presenters.documents import (
    category_words,
    licence_words,
    present_own_document,
    qualification_words,
)
from web.presenters.refused_files import refusal_words
from web.queries.documents import find_document, list_documents
from web.services.documents import (
    DocumentFacts,
    add_document,
    remove_document,
    replace_document,
    show_to_ministries,
)
from web.services.errors import ServiceError
from web.views.files import hand_out, look_into, takes_files
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import own_profile
from web.views.refusals import words_for
from web.views.writing import write

LICENCE, QUALIFICATION = "licence", "qualification"


@bp.get("/profile/documents")
@requires(Permission.PROFILE_EDIT)
def profile_documents() -> Page:
    """List what was sent."""
    professional = own_profile()
    # A profile that is not stored yet has no number, and so no papers.
    documents = list_documents(
        current_session()(), visible_to=the_user(), professional_id=professional.id or 0
    )
    views = [present_own_document(document, professional) for document in documents]
    return render_template(
        "professional/documents/list.html",
        # A form for each: what was sent for one paper is not taken for another's.
        documents=[(view, ShowForm()) for view in views if view.is_current],
        replaced=[view for view in views if not view.is_current],
    )


@bp.route("/profile/documents/new", methods=["GET", "POST"])
@takes_files
@requires(Permission.PROFILE_EDIT)
def profile_documents_new() -> Page:
    """Send a paper."""
    form = DocumentForm()
    _offer_choices(form, own_profile())
    if form.validate_on_submit():
        try:
            file = look_into(form.file.data)
            with write(form) as writing:
                add_document(writing.session, user=the_user(), file=file, facts=_facts(form))
                return writing.done(_list_url(), _("We have checked your document and kept it."))
        except RefusedError as refused:
            _refuse(form, refused)
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("professional/documents/new.html", form)


@bp.get("/profile/documents/<id:document_id>/file")
@requires(Permission.DOCUMENT_EDIT)
def profile_document_file(document_id: int) -> Page:
    """Save one's own paper."""
    return hand_out(_own_document(document_id))


@bp.route("/profile/documents/<id:document_id>/replace", methods=["GET", "POST"])
@takes_files
@requires(Permission.DOCUMENT_EDIT)
def profile_documents_replace(document_id: int) -> Page:
    """Send a better file in the place of one."""
    document = _own_document(document_id)
    form = FileForm()
    if form.validate_on_submit():
        try:
            file = look_into(form.file.data)
            with write(form) as writing:
                name = clean_name(form.file.data.filename or "")
                replace_document(writing.session, user=the_user(), document=document, file=file, name=name)
                return writing.done(_list_url(), _("The new document has taken the place of the old one."))
        except RefusedError as refused:
            _refuse(form, refused)
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    view = present_own_document(document, own_profile())
    return show("professional/documents/replace.html", form, document=view)


@bp.post("/profile/documents/<id:document_id>/ministries")
@requires(Permission.DOCUMENT_EDIT)
def profile_documents_show(document_id: int) -> Page:
    """Show a paper to ministries, or no longer."""
    document = _own_document(document_id)
    form = ShowForm()
    if form.validate_on_submit():
        shown = bool(form.for_ministries.data)
        try:
            with write(form) as writing:
                show_to_ministries(writing.session, user=the_user(), document=document, shown=shown)
                notice = (
                    _("A ministry can see the document once you have said yes to its vacancy.")
                    if shown
                    else _("No ministry can see the document any more.")
                )
                return writing.done(_list_url(), notice)
        except ServiceError as error:
            form.refuse(words_for(error))
    return show("professional/documents/refused.html", form)


@bp.route("/profile/documents/<id:document_id>/remove", methods=["GET", "POST"])
@requires(Permission.DOCUMENT_EDIT)
def profile_documents_remove(document_id: int) -> Page:
    """Delete a paper, after asking."""
    document = _own_document(document_id)
    form = WriteForm()
    view = present_own_document(document, own_profile())
    if form.validate_on_submit():
        with write(form) as writing:
            remove_document(writing.session, user=the_user(), document=document)
            return writing.done(_list_url(), _("The document is deleted."))
    return show("professional/documents/remove.html", form, document=view)


def _own_document(document_id: int) -> Document:
    document = find_document(current_session()(), document_id)
    check(Permission.DOCUMENT_EDIT, document)
    assert document is not None
    return document


def _offer_choices(form: DocumentForm, professional: Professional) -> None:
    form.category.choices = [(category.value, category_words(category)) for category in DocumentCategory]
    form.supports.choices = [
        ("", _("Nothing in particular")),
        *((f"{LICENCE}-{held.id}", licence_words(held)) for held in professional.licences),
        *((f"{QUALIFICATION}-{held.id}", qualification_words(held)) for held in professional.qualifications),
    ]


def _facts(form: DocumentForm) -> DocumentFacts:
    entry, _dash, number = (form.supports.data or "").partition("-")
    return DocumentFacts(
        category=DocumentCategory(form.category.data),
        name=clean_name(form.file.data.filename or ""),
        licence_id=int(number) if entry == LICENCE else None,
        qualification_id=int(number) if entry == QUALIFICATION else None,
        for_ministries=form.for_ministries.data,
    )


def _refuse(form: FileForm, refused: RefusedError) -> None:
    form.refuse(_("We could not accept this file.") + " " + refusal_words(refused.refusal), "file")


def _list_url() -> str:
    return url_for("professional.profile_documents")
