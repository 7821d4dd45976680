"""Papers as their owner and their readers see them: what each is, what it supports, where it stands."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from web.inspection import FileKind
from web.models.claims import Licence, Qualification
from web.models.document import Document, DocumentCategory
from web.models.placement import Placement
from web.models.professional import Professional, ProfessionalStatus
from web.presenters.names import long_date
from web.presenters.profile import Answer, Task, TaskGroup
from web.presenters.wording import codes

KILOBYTE, MEGABYTE = 1_000, 1_000_000


@dataclass(frozen=True)
class DocumentView:
    """One paper in a list."""

    number: int
    title: str
    facts: str
    supports: str
    is_current: bool
    open_url: str
    standing: str = ""
    visibility: str = ""
    for_ministries: bool = False


def category_words(category: DocumentCategory) -> str:
    """Name what a paper is."""
    return {
        DocumentCategory.DIPLOMA: _("Diploma or certificate"),
        DocumentCategory.LICENCE: _("Licence or registration"),
        DocumentCategory.IDENTITY_PAPER: _("Passport or identity card"),
        DocumentCategory.CV: _("CV"),
        DocumentCategory.REFERENCE: _("Reference or letter of an employer"),
        DocumentCategory.OTHER: _("Another paper"),
    }[category]


def kind_words(kind: FileKind) -> str:
    """Name a kind of file."""
    return {
        FileKind.PDF: _("PDF"),
        FileKind.JPEG: _("Photo"),
        FileKind.PNG: _("Picture"),
        FileKind.DOCX: _("Word document"),
    }[kind]


def size_words(size: int) -> str:
    """Say how large a file is."""
    if size >= MEGABYTE:
        return _("%(size)s MB", size=format_decimal(round(size / MEGABYTE, 1)))
    return _("%(size)s kB", size=format_decimal(max(1, round(size / KILOBYTE))))


def licence_words(licence: Licence) -> str:
    """Name a licence among the entries that a paper can support."""
    return _("Licence: %(licence)s", licence=codes.listing([licence.regulator, licence.number]))


def qualification_words(held: Qualification) -> str:
    """Name a diploma among the entries that a paper can support."""
    return _("Diploma: %(title)s", title=held.title)


def document_title(document: Document) -> str:
    """Name a paper: what it is, and what its owner's file was called."""
    category = category_words(document.category)
    return _("%(category)s: %(name)s", category=category, name=document.name) if document.name else category


def _supports(document: Document) -> str:
    if document.licence:
        return licence_words(document.licence)
    return qualification_words(document.qualification) if document.qualification else ""


def _facts(document: Document) -> str:
    counted = document.pages if document.kind == FileKind.PDF else None
    pages = ngettext("%(num)d page", "%(num)d pages", counted) if counted else ""
    sent = _("sent on %(day)s", day=long_date(document.uploaded_at))
    replaced = _("replaced on %(day)s", day=long_date(document.replaced_at)) if document.replaced_at else ""
    return codes.listing([kind_words(document.kind), pages, size_words(document.size), sent, replaced])


def _present(document: Document, open_url: str, standing: str = "", visibility: str = "") -> DocumentView:
    return DocumentView(
        number=document.id,
        title=document_title(document),
        facts=_facts(document),
        supports=_supports(document),
        is_current=document.is_current,
        open_url=open_url,
        standing=standing,
        visibility=visibility,
        for_ministries=document.for_ministries,
    )


def present_own_document(document: Document, professional: Professional) -> DocumentView:
    """Put one's own paper into words."""
    return _present(
        document,
        url_for("professional.profile_document_file", document_id=document.id),
        standing=_standing(document, professional),
        visibility=_visibility(document),
    )


def _standing(document: Document, professional: Professional) -> str:
    if not document.is_current:
        return _("Replaced. Kept for a year for whoever decided on it, then deleted.")
    if professional.status == ProfessionalStatus.DRAFT:
        return _("Kept. A coordinator can see it once you have sent your profile.")
    return _("Kept. A coordinator can see it.")


def _visibility(document: Document) -> str:
    if not document.is_current:
        return ""
    if document.for_ministries:
        return _("A ministry can see it once you have said yes to its vacancy.")
    return _("No ministry can see it.")


def present_documents_of_person(
    documents: list[Document], *, licence_id: int | None = None
) -> list[DocumentView]:
    """List a person's papers for a coordinator: those of one licence first, replaced ones last."""
    ordered = sorted(documents, key=lambda one: (not one.is_current, one.licence_id != licence_id))
    return [
        _present(document, url_for("coordinator.document_file", document_id=document.id))
        for document in ordered
    ]


def present_disclosed_documents(documents: list[Document], placement: Placement) -> list[DocumentView]:
    """List the papers that a ministry may see in a case."""
    return [
        _present(
            document,
            url_for("ministry.placement_document", placement_id=placement.id, document_id=document.id),
        )
        for document in documents
    ]


def disclosed_papers(documents: list[Document]) -> list[Answer]:
    """Name the papers a ministry sees with their owner's yes; nothing if it sees none."""
    titles = [
        document_title(document)
        for document in documents
        if document.for_ministries and document.replaced_at is None
    ]
    return [Answer(_("Documents"), codes.listing(titles))] if titles else []


def documents_task(current: int) -> TaskGroup:
    """Put the papers into the list of tasks; nobody has to send one."""
    task = Task(
        label=_("My documents"),
        url=url_for("professional.profile_documents"),
        state="done" if current else "not_started",
        hint=_("Diplomas, licences and other papers that show it. You can send them later."),
    )
    return TaskGroup(_("Papers"), [task])
