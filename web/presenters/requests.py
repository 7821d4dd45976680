"""What coordinators ask of a professional: a licence to put right, a better document to send."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from web.models.claims import Licence, VerificationResult
from web.models.document import Document
from web.models.professional import Professional
from web.presenters.differences import difference_words
from web.presenters.document_answers import what_is_asked
from web.presenters.documents import document_title


@dataclass(frozen=True)
class Request:
    """One thing that is asked: what and why, and the act."""

    what: str
    why: str
    act: str
    url: str


def list_requests(professional: Professional, better_needed: Iterable[Document]) -> list[Request]:
    """List what is asked: licences first, because they can close the way into a post."""
    licences = [_licence(licence) for licence in professional.licences if _is_not_confirmed(licence)]
    return licences + [_document(document) for document in better_needed]


def _is_not_confirmed(licence: Licence) -> bool:
    check = licence.latest_verification
    return check is not None and check.result == VerificationResult.NOT_CONFIRMED


def _licence(licence: Licence) -> Request:
    check = licence.latest_verification
    return Request(
        what=_("Your licence with %(regulator)s could not be confirmed.", regulator=licence.regulator),
        why=difference_words(check.difference if check else None),
        act=_("Change this licence"),
        url=url_for("professional.profile_licences_change", claim_id=licence.id),
    )


def _document(document: Document) -> Request:
    return Request(
        what=_("A better document is needed: %(title)s.", title=document_title(document)),
        why=" ".join(what_is_asked(document)),
        act=_("Send a better one"),
        url=url_for("professional.profile_documents_replace", document_id=document.id),
    )
