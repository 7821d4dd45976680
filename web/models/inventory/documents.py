"""Papers that professionals have sent. The files lie in a folder; these are the rows about them."""

from web.models.document import Document
from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_professionals, of_staff
from web.models.inventory.kinds import Kind

_DOCUMENT = (of_professionals(rules.DOCUMENT),)
_NUMBER = (of_professionals(rules.NUMBER),)

DOCUMENT = TableEntry(
    Document,
    "Document",
    _DOCUMENT,
    (
        number(Document.id, *_NUMBER),
        Line(Document.professional_id, Kind.IDENTIFIER, "whose paper this is"),
        Line(Document.category, Kind.CLAIM, "diploma, licence, identity paper, CV, reference or other"),
        Line(Document.licence_id, Kind.IDENTIFIER, "which licence it supports"),
        Line(Document.qualification_id, Kind.IDENTIFIER, "which qualification it supports"),
        Line(
            Document.name,
            Kind.OWN_WORDS,
            "the name the file had on the person's device, so that they know it again",
            may_hold="names, places, numbers of papers: whatever the person called the file",
        ),
        Line(Document.kind, Kind.TECHNICAL, "PDF, photograph, picture or Word document"),
        Line(Document.size, Kind.TECHNICAL, "how many bytes the file has"),
        Line(Document.pages, Kind.TECHNICAL, "how many pages it has, where that can be told"),
        Line(Document.sha256, Kind.TECHNICAL, "shows that the file is the one that was found harmless"),
        Line(
            Document.key,
            Kind.TECHNICAL,
            "the chance name of the file in the folder of documents, which holds the paper itself: "
            "passports, diplomas, licences, photographs. The file goes with the row",
        ),
        Line(
            Document.for_ministries,
            Kind.DECISION,
            "whether a ministry may see it once the person has said yes to it",
        ),
        Line(Document.uploaded_at, Kind.ACT, "when it was sent"),
        Line(Document.replaced_by_id, Kind.IDENTIFIER, "the file that took its place"),
        Line(Document.replaced_at, Kind.ACT, "when that was"),
        Line(Document.answer, Kind.DECISION, "whether a coordinator can use it"),
        Line(Document.fault, Kind.DECISION, "why a better one is needed"),
        Line(
            Document.answer_note,
            Kind.STAFF_WORDS,
            "what the person should know about the answer; they read it",
            may_hold="what stands on the paper",
        ),
        Line(Document.answered_by_id, Kind.ACT, "who answered", (of_staff(rules.DOCUMENT),)),
        Line(
            Document.answered_at,
            Kind.ACT,
            "when it was answered",
            (of_professionals(rules.DOCUMENT), of_staff(rules.DOCUMENT)),
        ),
    ),
)

TABLES = (DOCUMENT,)
