"""Words and their codes: a classification brought in, and what people chose."""

from web.models.esco import EscoPart
from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_nobody, of_staff
from web.models.inventory.kinds import Kind
from web.models.wording import ConfirmedWording

ESCO_PART = TableEntry(
    EscoPart,
    "Imported classification",
    (of_nobody(rules.REPLACED),),
    (
        number(EscoPart.id),
        Line(EscoPart.digest, Kind.TECHNICAL, "tells one release from another"),
        Line(EscoPart.occupations, Kind.REFERENCE, "how many occupations it has"),
        Line(EscoPart.skills, Kind.REFERENCE, "how many skills it has"),
        Line(EscoPart.wordings, Kind.REFERENCE, "how many names it has"),
        Line(EscoPart.imported_at, Kind.TECHNICAL, "when it was brought in"),
        Line(EscoPart.content, Kind.REFERENCE, "the health part of the classification"),
    ),
)

CONFIRMED_WORDING = TableEntry(
    ConfirmedWording,
    "Wording that people chose",
    (of_nobody(rules.SERVICE),),
    (
        number(ConfirmedWording.id),
        Line(ConfirmedWording.kind, Kind.REFERENCE, "occupation, specialty or skill"),
        Line(
            ConfirmedWording.words,
            Kind.REFERENCE,
            "words for which people chose the code; found at once the next time",
            may_hold="whatever somebody typed as the name of an occupation or skill; not by whom",
        ),
        Line(ConfirmedWording.language, Kind.REFERENCE, "in which language"),
        Line(ConfirmedWording.country, Kind.REFERENCE, "in which country"),
        Line(ConfirmedWording.code, Kind.REFERENCE, "what the words stand for"),
        Line(ConfirmedWording.confirmations, Kind.TECHNICAL, "how often it was chosen"),
        Line(ConfirmedWording.first_at, Kind.TECHNICAL, "when first"),
        Line(ConfirmedWording.last_at, Kind.TECHNICAL, "when last"),
        Line(ConfirmedWording.revoked_at, Kind.ACT, "when an admin took it back", (of_staff(rules.ACT),)),
        Line(ConfirmedWording.revoked_by_id, Kind.ACT, "who took it back", (of_staff(rules.ACT),)),
    ),
)

TABLES = (ESCO_PART, CONFIRMED_WORDING)
