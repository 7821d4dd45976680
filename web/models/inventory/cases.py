"""Cases: one professional in one post, from proposal to follow-up."""

from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_professionals, of_staff, version
from web.models.inventory.kinds import Kind
from web.models.placement import Placement, PlacementEvent

_CASE = (of_professionals(rules.CASE),)
_WORDS = (of_professionals(rules.CASE_WORDS),)
_STAFF = (of_staff(rules.CASE),)
_WHOEVER = (of_professionals(rules.CASE), of_staff(rules.CASE))

PLACEMENT = TableEntry(
    Placement,
    "Case",
    _CASE,
    (
        number(Placement.id),
        version(Placement.version),
        Line(Placement.vacancy_id, Kind.IDENTIFIER, "which vacancy it is about"),
        Line(Placement.professional_id, Kind.IDENTIFIER, "which professional it is about"),
        Line(Placement.ranking_id, Kind.IDENTIFIER, "which list the person was chosen from"),
        Line(Placement.rank, Kind.DECISION, "the person's place in that list"),
        Line(Placement.pseudonym, Kind.IDENTIFIER, "what the ministry calls the person until their yes"),
        Line(Placement.status, Kind.DECISION, "where the case stands"),
        Line(Placement.holds_post, Kind.DECISION, "whether it takes a post and the person's time"),
        Line(Placement.origin, Kind.DECISION, "who began it: coordinator, professional or ministry"),
        Line(Placement.starts_on, Kind.DECISION, "first day of the post"),
        Line(Placement.ends_on, Kind.DECISION, "last day of the post"),
        Line(Placement.choice_reason, Kind.DECISION, "why somebody was proposed who does not stand first"),
        Line(
            Placement.choice_note,
            Kind.STAFF_WORDS,
            "the same in a coordinator's words",
            _WORDS,
            may_hold="names and circumstances of the professional, and of others on the list",
        ),
        Line(Placement.proposed_by_id, Kind.ACT, "who began the case: staff, or the professional", _WHOEVER),
        Line(Placement.proposed_at, Kind.ACT, "when it was begun", _WHOEVER),
        Line(Placement.professional_answer, Kind.DECISION, "the person's yes or no"),
        Line(Placement.professional_answered_at, Kind.ACT, "when the person answered"),
        Line(
            Placement.decline_reason, Kind.DECISION, "why the person said no, from a list: dates, family, ..."
        ),
        Line(Placement.ministry_answer, Kind.DECISION, "the ministry's yes or no"),
        Line(Placement.ministry_answered_at, Kind.ACT, "when the ministry answered"),
        Line(
            Placement.not_selected_reason,
            Kind.DECISION,
            "why the ministry said no, from a list: skills, dates, ...",
        ),
        Line(Placement.approved_by_id, Kind.ACT, "who approved", _STAFF),
        Line(Placement.approved_at, Kind.ACT, "when it was approved", _WHOEVER),
    ),
)

PLACEMENT_EVENT = TableEntry(
    PlacementEvent,
    "Step of a case",
    _CASE,
    (
        number(PlacementEvent.id),
        Line(PlacementEvent.placement_id, Kind.IDENTIFIER, "which case it belongs to"),
        Line(PlacementEvent.from_status, Kind.DECISION, "where the case stood before"),
        Line(PlacementEvent.to_status, Kind.DECISION, "where it stood afterwards"),
        Line(PlacementEvent.step, Kind.DECISION, "what was done"),
        Line(PlacementEvent.actor_id, Kind.ACT, "who did it: staff, or the professional", _WHOEVER),
        Line(PlacementEvent.at, Kind.ACT, "when it was done", _WHOEVER),
        Line(
            PlacementEvent.comment,
            Kind.STAFF_WORDS,
            "why, in words of whoever did it: coordinator, ministry or professional",
            _WORDS,
            may_hold="the professional's name, reasons of family, health or employer; names of other people",
        ),
    ),
)

TABLES = (PLACEMENT, PLACEMENT_EVENT)
