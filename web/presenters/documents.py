"""Papers as their owner and their readers see them: what each is, what it supports, where it stands."""

from dataclasses import dataclass, field, replace

from flask import url_for
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from web.inspection import FileKind
from web.models.base import now
from web.models.claims import Licence, Qualification
from web.models.document import Document, DocumentCategory
from web.models.placement import Placement
from web.models.professional import Professional, ProfessionalStatus
from web.presenters.document_answers import answer_tag, answer_to_owner, what_is_asked
from web.presenters.names import country_name, long_date
from web.presenters.profile import Answer, Task, TaskGroup
from web.presenters.wording import codes
from web.services.credential_levels import is_verified

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
    standing_tone: str = "neutral"
    answer: str = ""
    answer_tone: str = "neutral"
    answer_url: str = ""
    asked: list[str] = field(default_factory=list)
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


def supports_words(document: Document) -> str:
    """Name the entry of the profile that a paper supports, if there is one."""
    if document.licence:
        return licence_words(document.licence)
    return qualification_words(document.qualification) if document.qualification else ""


def document_facts(document: Document) -> str:
    """Say what kind of file it is, how large, and when it came."""
    counted = document.pages if document.kind == FileKind.PDF else None
    pages = ngettext("%(num)d page", "%(num)d pages", counted) if counted else ""
    sent = _("sent on %(day)s", day=long_date(document.uploaded_at))
    replaced = _("replaced on %(day)s", day=long_date(document.replaced_at)) if document.replaced_at else ""
    return codes.listing([kind_words(document.kind), pages, size_words(document.size), sent, replaced])


def _present(document: Document, open_url: str) -> DocumentView:
    return DocumentView(
        number=document.id,
        title=document_title(document),
        facts=document_facts(document),
        supports=supports_words(document),
        is_current=document.is_current,
        open_url=open_url,
        for_ministries=document.for_ministries,
    )


def present_own_document(document: Document, professional: Professional) -> DocumentView:
    """Put one's own paper into words."""
    view = _present(document, url_for("professional.profile_document_file", document_id=document.id))
    standing, tone = _standing(document, professional)
    return replace(
        view,
        standing=standing,
        standing_tone=tone,
        visibility=_visibility(document),
        asked=what_is_asked(document),
    )


def _standing(document: Document, professional: Professional) -> tuple[str, str]:
    if not document.is_current:
        return _("Replaced. Kept for a year for whoever decided on it, then deleted."), "neutral"
    if document.answer is not None:
        return answer_to_owner(document)
    if professional.status == ProfessionalStatus.DRAFT:
        return _("Kept. Coordinators can see it once you have sent your profile."), "neutral"
    return _("Kept. A coordinator looks at it and tells you whether it can be used."), "active"


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
    return [_present_for_coordinator(document) for document in ordered]


def _present_for_coordinator(document: Document) -> DocumentView:
    view = _present(document, url_for("coordinator.document_file", document_id=document.id))
    word, tone = answer_tag(document)
    return replace(
        view,
        answer=word if document.is_current else "",
        answer_tone=tone,
        answer_url=url_for("coordinator.document", document_id=document.id) if document.is_current else "",
    )


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


def disclosed_checks(professional: Professional) -> list[Answer]:
    """Name the checked licences a ministry sees with their owner's yes; nothing if it sees none."""
    today = now().date()
    checked = [licence for licence in professional.licences if is_verified(licence, today)]
    words = [codes.listing([licence.regulator, country_name(licence.country)]) for licence in checked]
    return [Answer(_("Checked licences"), "; ".join(words))] if words else []


def documents_task(current: int) -> TaskGroup:
    """Put the papers into the list of tasks; nobody has to send one."""
    task = Task(
        label=_("My documents"),
        url=url_for("professional.profile_documents"),
        state="done" if current else "not_started",
        hint=_("Diplomas, licences and other papers that show it. You can send them later."),
    )
    return TaskGroup(_("Papers"), [task])
