"""Ministries, their facilities, and whether those are ready."""

from web.models.facility import Facility, Readiness
from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_ministries, of_nobody, of_staff, version
from web.models.inventory.kinds import Kind
from web.models.ministry import Ministry

_STAFF = (of_staff(rules.REPLACED),)

MINISTRY = TableEntry(
    Ministry,
    "Ministry",
    (of_ministries(rules.MINISTRY),),
    (
        number(Ministry.id),
        version(Ministry.version),
        Line(Ministry.name, Kind.REQUEST, "what it is called"),
        Line(Ministry.country, Kind.REQUEST, "the country it asks for"),
        Line(
            Ministry.contact_email,
            Kind.CONTACT,
            "where the office is reached",
            may_hold="the address of one person, where the office has none of its own",
        ),
        Line(Ministry.created_at, Kind.ACT, "since when it takes part"),
    ),
)

FACILITY = TableEntry(
    Facility,
    "Facility",
    (of_nobody(rules.REPLACED),),
    (
        number(Facility.id),
        Line(Facility.country, Kind.REFERENCE, "in which country it is"),
        Line(Facility.region, Kind.REFERENCE, "in which region it is"),
        Line(Facility.name, Kind.REFERENCE, "what it is called"),
        Line(Facility.kind, Kind.REFERENCE, "hospital, health centre, school, ..."),
        Line(Facility.ownership, Kind.REFERENCE, "who runs it: state, church, ..."),
        Line(Facility.latitude, Kind.REFERENCE, "where it is on the map"),
        Line(Facility.longitude, Kind.REFERENCE, "where it is on the map"),
        Line(Facility.source, Kind.REFERENCE, "which published list it comes from"),
        Line(Facility.source_key, Kind.REFERENCE, "which line of that list it is"),
        Line(Facility.search_text, Kind.TECHNICAL, "name, kind and region as the search spells them"),
        Line(Facility.created_at, Kind.TECHNICAL, "when it was taken over from the list"),
    ),
)

READINESS = TableEntry(
    Readiness,
    "Readiness of a facility",
    (of_ministries(rules.REPLACED),),
    (
        number(Readiness.id),
        version(Readiness.version),
        Line(Readiness.facility_id, Kind.IDENTIFIER, "which facility it is about"),
        Line(Readiness.equipment, Kind.REQUEST, "whether the equipment is there"),
        Line(Readiness.people, Kind.REQUEST, "whether the team is there"),
        Line(Readiness.money, Kind.REQUEST, "whether the money is there"),
        Line(
            Readiness.note,
            Kind.STAFF_WORDS,
            "what is missing, and until when",
            _STAFF,
            may_hold="names of people at the facility",
        ),
        Line(Readiness.attested_by_id, Kind.ACT, "who says so, for the ministry", _STAFF),
        Line(Readiness.attested_at, Kind.ACT, "when it was said", _STAFF),
        Line(Readiness.confirmed_by_id, Kind.ACT, "which coordinator confirmed it", _STAFF),
        Line(Readiness.confirmed_at, Kind.ACT, "when it was confirmed", _STAFF),
    ),
)

TABLES = (MINISTRY, FACILITY, READINESS)
