"""Documents as coordinators answer them: the list with its tabs, and one document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.document import Document, DocumentAnswer
from web.presenters.ages import age
from web.presenters.document_answers import answer_tag, answer_words, fault_label
from web.presenters.documents import category_words, document_facts, document_title, supports_words
from web.presenters.licence_queues import QueueTab
from web.presenters.licences import person_name
from web.presenters.names import long_date, short_date
from web.queries.document_queues import DocumentQueue
from web.queries.keyset import PageOfRows


@dataclass(frozen=True)
class DocumentRow:
    """One document in the list."""

    person: str
    reference: str
    document: str
    supports: str
    when: str
    word: str
    tone: str
    act: str
    url: str


@dataclass(frozen=True)
class DocumentQueueView:
    """What the page says around the rows."""

    tabs: list[QueueTab]
    found: str
    when: str
    empty: str
    previous_url: str
    next_url: str


def present_documents(documents: Iterable[Document], today: date) -> list[DocumentRow]:
    """Put documents into the rows of a list; `when` is the wait, or the day of the answer."""
    return [_row(document, today) for document in documents]


def _row(document: Document, today: date) -> DocumentRow:
    word, tone = answer_tag(document)
    answered = document.answered_at
    return DocumentRow(
        person=person_name(document.professional),
        reference=document.professional.reference,
        document=category_words(document.category),
        supports=supports_words(document),
        when=short_date(answered) if answered else age(document.uploaded_at, today),
        word=word,
        tone=tone,
        act=_("Open") if answered else _("Answer"),
        url=url_for("coordinator.document", document_id=document.id),
    )


def present_document_queue(
    queue: DocumentQueue, counts: Mapping[DocumentQueue, int], page: PageOfRows[Document]
) -> DocumentQueueView:
    """Say what is listed, and link to everything beside it."""
    return DocumentQueueView(
        tabs=[
            QueueTab(_queue_words(one), _url(queue=one.value), one == queue, counts[one])
            for one in DocumentQueue
        ],
        found=ngettext("%(num)d document", "%(num)d documents", counts[queue]),
        when=_("Waiting") if queue == DocumentQueue.WAITING else _("Answered"),
        empty=_empty(queue),
        previous_url=_url(queue=queue.value, before=page.before) if page.before else "",
        next_url=_url(queue=queue.value, after=page.after) if page.after else "",
    )


def _url(**address: Any) -> str:
    return url_for("coordinator.documents", **address)


def _queue_words(queue: DocumentQueue) -> str:
    if queue == DocumentQueue.WAITING:
        return _("To answer")
    return answer_words(DocumentAnswer(queue.value))


def _empty(queue: DocumentQueue) -> str:
    return {
        DocumentQueue.WAITING: _("Every document is answered. New ones, and better ones, come here."),
        DocumentQueue.BETTER_NEEDED: _("Nobody is asked for a better document."),
        DocumentQueue.ACCEPTED: _("No document is answered yet. Open one from the list to answer."),
    }[queue]


def document_record(document: Document) -> list[dict[str, str]]:
    """List what is known of a document, for `summary_list`."""
    facts = [
        (_("Document"), document_title(document)),
        (_("Sent by"), f"{person_name(document.professional)}, {document.professional.reference}"),
        (_("It shows"), supports_words(document)),
        (_("File"), document_facts(document)),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]


def answer_record(document: Document) -> list[dict[str, str]]:
    """List what was answered before, for `summary_list`; nothing if nobody has."""
    if document.answer is None or document.answered_at is None or document.answered_by is None:
        return []
    facts = [
        (_("What was said"), answer_words(document.answer)),
        (_("What is wrong"), fault_label(document.fault) if document.fault else ""),
        (_("In words"), document.answer_note),
        (_("By"), document.answered_by.name),
        (_("When"), long_date(document.answered_at)),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]
