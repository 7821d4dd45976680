"""What coordinators answer to a document, for them and for its owner."""

from flask_babel import gettext as _

from web.models.document import Document, DocumentAnswer, DocumentFault
from web.presenters.names import long_date


def answer_words(answer: DocumentAnswer) -> str:
    """Name an answer among the choices of a coordinator."""
    return {
        DocumentAnswer.ACCEPTED: _("It can be used"),
        DocumentAnswer.BETTER_NEEDED: _("A better one is needed"),
    }[answer]


def fault_label(fault: DocumentFault) -> str:
    """Name what is wrong among the choices of a coordinator."""
    return {
        DocumentFault.UNREADABLE: _("It cannot be read"),
        DocumentFault.INCOMPLETE: _("Pages or parts are missing"),
        DocumentFault.ANOTHER_PAPER: _("It is not the document it is said to be"),
        DocumentFault.ANOTHER_PERSON: _("It is about somebody else, or under another name"),
        DocumentFault.OUT_OF_DATE: _("It is out of date"),
        DocumentFault.NOT_TRANSLATED: _("It needs a translation"),
    }[fault]


def fault_words(fault: DocumentFault) -> str:
    """Say to its owner what is wrong, and what to send instead."""
    return {
        DocumentFault.UNREADABLE: _("It cannot be read: send a sharper photo or scan."),
        DocumentFault.INCOMPLETE: _("Pages or parts are missing: send all of it in one file."),
        DocumentFault.ANOTHER_PAPER: _("It is not the document you say it is: send the right one."),
        DocumentFault.ANOTHER_PERSON: _(
            "It is under another name than the one in your profile: send yours, or a paper that shows both"
            " names."
        ),
        DocumentFault.OUT_OF_DATE: _("It is out of date: send the one that is valid now."),
        DocumentFault.NOT_TRANSLATED: _(
            "It is in a language that cannot be checked here: send a certified translation in one file with"
            " it."
        ),
    }[fault]


def answer_tag(document: Document) -> tuple[str, str]:
    """Sum up in a word and a tone what is answered to a document, for coordinators."""
    if document.answer is None:
        return _("Not answered yet"), "neutral"
    return answer_words(
        document.answer
    ), "good" if document.answer == DocumentAnswer.ACCEPTED else "attention"


def answer_to_owner(document: Document) -> tuple[str, str]:
    """Say to its owner what the answer is, with a tone."""
    if document.answer == DocumentAnswer.BETTER_NEEDED:
        return _("A coordinator needs a better one."), "attention"
    day = long_date(document.answered_at)
    return _("A coordinator looked at it on %(day)s: it can be used.", day=day), "good"


def what_is_asked(document: Document) -> list[str]:
    """Say to its owner what is wrong, in the words of the service and in the coordinator's."""
    if not document.is_current:
        return []
    fault = fault_words(document.fault) if document.fault else ""
    return [words for words in (fault, document.answer_note) if words]
