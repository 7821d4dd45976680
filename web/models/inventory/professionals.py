"""Professionals: their profile, their identity, what they agreed to."""

from web.models.inventory import rules
from web.models.inventory.entries import Line, TableEntry, number, of_professionals, version
from web.models.inventory.kinds import Kind
from web.models.professional import Consent, Identity, Professional
from web.models.protected_facts import ProtectedFacts

_PROFILE = (of_professionals(rules.PROFILE),)

PROFESSIONAL = TableEntry(
    Professional,
    "Profile",
    _PROFILE,
    (
        number(Professional.id, of_professionals(rules.NUMBER)),
        version(Professional.version),
        Line(
            Professional.user_id, Kind.IDENTIFIER, "whose profile this is", (of_professionals(rules.NUMBER),)
        ),
        Line(
            Professional.reference, Kind.IDENTIFIER, "what coordinators call the person instead of the name"
        ),
        Line(Professional.status, Kind.DECISION, "whether the profile is a draft, on the roster or paused"),
        Line(Professional.language, Kind.CLAIM, "the language the profile is written in"),
        Line(
            Professional.summary,
            Kind.OWN_WORDS,
            "experience in the person's own words; words of a vacancy are looked for in it",
            may_hold="names, employers, places, family, health: whatever the person chose to tell",
        ),
        Line(
            Professional.country_of_origin,
            Kind.CLAIM,
            "where the person comes from; counts for posts in that country",
        ),
        Line(Professional.residence_country, Kind.CLAIM, "where the person lives now, and returns to"),
        Line(Professional.reenter_unlimited, Kind.CLAIM, "whether the right to return there has no end"),
        Line(Professional.reenter_until, Kind.CLAIM, "when that right ends: a post must end before"),
        Line(Professional.modes, Kind.CLAIM, "whether for some weeks, for good or at a distance"),
        Line(Professional.max_weeks, Kind.CLAIM, "how long the person can be away"),
        Line(Professional.preferred_countries, Kind.CLAIM, "where the person would like to serve"),
        Line(Professional.years_experience, Kind.CLAIM, "how long the person has worked in health"),
        Line(Professional.credential_level, Kind.DECISION, "1 to 4, derived from licences that were checked"),
        Line(
            Professional.stated_none, Kind.CLAIM, "which lists the person says are empty, not just unanswered"
        ),
        Line(
            Professional.summary_shared,
            Kind.DECISION,
            "whether a ministry that knows the person may read their own words too",
        ),
        Line(Professional.submitted_at, Kind.ACT, "when the profile was put on the roster"),
        Line(Professional.reconfirmed_at, Kind.ACT, "when the person last said that all is still right"),
        Line(Professional.created_at, Kind.ACT, "when the profile was begun"),
        Line(
            Professional.revision, Kind.TECHNICAL, "which change of the roster was the last to this profile"
        ),
    ),
)

IDENTITY = TableEntry(
    Identity,
    "Identity",
    _PROFILE,
    (
        Line(Identity.professional_id, Kind.IDENTIFIER, "whose identity this is"),
        Line(
            Identity.given_name, Kind.IDENTITY, "given name; shown to a ministry only after the person's yes"
        ),
        Line(
            Identity.family_name,
            Kind.IDENTITY,
            "family name; shown to a ministry only after the person's yes",
        ),
        Line(Identity.phone, Kind.CONTACT, "telephone; shown to a ministry only after the person's yes"),
    ),
)

CONSENT = TableEntry(
    Consent,
    "Consent",
    (of_professionals(rules.CONSENT),),
    (
        number(Consent.id),
        Line(Consent.professional_id, Kind.IDENTIFIER, "whose consent this is"),
        Line(Consent.purpose, Kind.DECISION, "what the person allows"),
        Line(Consent.ministry_id, Kind.IDENTIFIER, "which ministry is allowed to know who the person is"),
        Line(Consent.vacancy_id, Kind.IDENTIFIER, "for which vacancy"),
        Line(Consent.wording, Kind.DECISION, "the sentence of the service that the person agreed to"),
        Line(Consent.given_at, Kind.ACT, "when it was given"),
        Line(Consent.withdrawn_at, Kind.ACT, "when it was withdrawn"),
        Line(Consent.ends_on, Kind.DECISION, "the last day it counts, once the case it belongs to is over"),
    ),
)

PROTECTED_FACTS = TableEntry(
    ProtectedFacts,
    "Facts that decide nothing",
    (of_professionals(rules.PROFILE),),
    (
        Line(ProtectedFacts.professional_id, Kind.IDENTIFIER, "whose facts these are"),
        Line(ProtectedFacts.key_id, Kind.IDENTIFIER, "by which key they open, and nothing else"),
        Line(ProtectedFacts.sex, Kind.CLAIM, "only for counts of whether all are treated alike"),
        Line(ProtectedFacts.birth_year, Kind.CLAIM, "only for the same counts"),
        Line(ProtectedFacts.nationality, Kind.CLAIM, "only for the same counts"),
        Line(ProtectedFacts.answered_at, Kind.ACT, "when the person answered, or preferred not to"),
    ),
)

TABLES = (PROFESSIONAL, IDENTITY, CONSENT, PROTECTED_FACTS)
