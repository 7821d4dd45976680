"""What professionals state of themselves, and how it was checked."""

from web.models.claims import (
    Availability,
    HeldOccupation,
    HeldSkill,
    Licence,
    LicenceReminder,
    Qualification,
    SpokenLanguage,
    Verification,
    VerificationAcceptance,
)
from web.models.inventory import rules
from web.models.inventory.entries import Attribute, Line, TableEntry, number, of_professionals, of_staff
from web.models.inventory.kinds import Kind

_PROFILE = (of_professionals(rules.PROFILE),)
_TYPED = "the professional may have typed more than was asked for, such as an employer"


def _whose(attribute: Attribute) -> Line:
    return Line(attribute, Kind.IDENTIFIER, "whose entry this is")


HELD_OCCUPATION = TableEntry(
    HeldOccupation,
    "Occupation",
    _PROFILE,
    (
        number(HeldOccupation.id),
        _whose(HeldOccupation.professional_id),
        Line(HeldOccupation.code, Kind.CLAIM, "the occupation, compared with what a post asks for"),
        Line(HeldOccupation.title, Kind.OWN_WORDS, "the occupation as the person calls it", may_hold=_TYPED),
        Line(HeldOccupation.specialty, Kind.CLAIM, "the specialty, compared with what a post asks for"),
        Line(HeldOccupation.years, Kind.CLAIM, "years in this occupation"),
    ),
)

HELD_SKILL = TableEntry(
    HeldSkill,
    "Skill",
    _PROFILE,
    (
        number(HeldSkill.id),
        _whose(HeldSkill.professional_id),
        Line(HeldSkill.code, Kind.CLAIM, "the skill, where the vocabulary has it"),
        Line(HeldSkill.phrase, Kind.OWN_WORDS, "the skill as the person calls it", may_hold=_TYPED),
        Line(HeldSkill.level, Kind.CLAIM, "how well, from 1 to 4"),
    ),
)

SPOKEN_LANGUAGE = TableEntry(
    SpokenLanguage,
    "Language",
    _PROFILE,
    (
        number(SpokenLanguage.id),
        _whose(SpokenLanguage.professional_id),
        Line(SpokenLanguage.code, Kind.CLAIM, "a language the person works in"),
        Line(SpokenLanguage.cefr, Kind.CLAIM, "how well"),
    ),
)

QUALIFICATION = TableEntry(
    Qualification,
    "Diploma",
    _PROFILE,
    (
        number(Qualification.id),
        _whose(Qualification.professional_id),
        Line(Qualification.title, Kind.OWN_WORDS, "what the diploma is called", may_hold=_TYPED),
        Line(Qualification.institution, Kind.OWN_WORDS, "which school gave it", may_hold=_TYPED),
        Line(Qualification.country, Kind.CLAIM, "where it was given"),
        Line(Qualification.year, Kind.CLAIM, "when it was given"),
    ),
)

LICENCE = TableEntry(
    Licence,
    "Licence",
    _PROFILE,
    (
        number(Licence.id),
        _whose(Licence.professional_id),
        Line(Licence.country, Kind.CLAIM, "where the person may practise"),
        Line(Licence.regulator, Kind.OWN_WORDS, "whose register it stands in", may_hold=_TYPED),
        Line(Licence.number_index, Kind.TECHNICAL, "a code by which the licence with a number is found"),
        Line(Licence.number, Kind.IDENTITY, "its number in that public register: leads to the person's name"),
        Line(Licence.status, Kind.CLAIM, "what the register says, as the person states it"),
        Line(Licence.valid_from, Kind.CLAIM, "from when it is valid"),
        Line(Licence.valid_until, Kind.CLAIM, "until when it is valid"),
        Line(Licence.changed_at, Kind.ACT, "when the person last changed it: older checks no longer count"),
    ),
)

VERIFICATION = TableEntry(
    Verification,
    "Check of a licence",
    (of_professionals(rules.CHECK),),
    (
        number(Verification.id),
        Line(Verification.licence_id, Kind.IDENTIFIER, "which licence was checked"),
        Line(Verification.method, Kind.DECISION, "how it was checked"),
        Line(
            Verification.source,
            Kind.STAFF_WORDS,
            "where it was looked up",
            may_hold="addresses of register pages, which may end in name or number of the professional",
        ),
        Line(Verification.result, Kind.DECISION, "whether it was confirmed"),
        Line(Verification.difference, Kind.DECISION, "what differed, if it was not; the person reads it"),
        Line(Verification.expires_on, Kind.DECISION, "until when the check counts"),
        Line(
            Verification.note,
            Kind.STAFF_WORDS,
            "what else a colleague should know",
            may_hold="names, numbers and circumstances of the professional; names at the regulator",
        ),
        Line(
            Verification.checked_by_id,
            Kind.ACT,
            "who checked",
            (of_staff(rules.CHECK),),
        ),
        Line(
            Verification.checked_at,
            Kind.ACT,
            "when it was checked",
            (of_professionals(rules.CHECK), of_staff(rules.CHECK)),
        ),
        Line(
            Verification.countersigned_by_id,
            Kind.ACT,
            "who signed as the second coordinator",
            (of_staff(rules.CHECK),),
        ),
        Line(
            Verification.countersigned_at,
            Kind.ACT,
            "when it was signed; a check with the regulator counts from then on",
            (of_professionals(rules.CHECK), of_staff(rules.CHECK)),
        ),
        Line(
            Verification.disagreed_by_id,
            Kind.ACT,
            "who disagreed as the second coordinator",
            (of_staff(rules.CHECK),),
        ),
        Line(
            Verification.disagreed_at,
            Kind.ACT,
            "when that was; the check does not count",
            (of_professionals(rules.CHECK), of_staff(rules.CHECK)),
        ),
        Line(
            Verification.disagreement,
            Kind.STAFF_WORDS,
            "why, for the colleague who made the check",
            may_hold="names, numbers and circumstances of the professional; names at the regulator",
        ),
    ),
)

VERIFICATION_ACCEPTANCE = TableEntry(
    VerificationAcceptance,
    "Check accepted by a ministry",
    (of_professionals(rules.CHECK),),
    (
        number(VerificationAcceptance.id),
        Line(VerificationAcceptance.verification_id, Kind.IDENTIFIER, "which check was accepted"),
        Line(VerificationAcceptance.ministry_id, Kind.IDENTIFIER, "by which ministry"),
        Line(
            VerificationAcceptance.accepted_by_id,
            Kind.ACT,
            "who accepted it there",
            (of_staff(rules.CHECK),),
        ),
        Line(
            VerificationAcceptance.accepted_at,
            Kind.ACT,
            "when it was accepted",
            (of_professionals(rules.CHECK), of_staff(rules.CHECK)),
        ),
    ),
)

LICENCE_REMINDER = TableEntry(
    LicenceReminder,
    "Letter about a licence that ends",
    (of_professionals(rules.CHECK),),
    (
        number(LicenceReminder.id),
        Line(LicenceReminder.licence_id, Kind.IDENTIFIER, "which licence it was about"),
        Line(LicenceReminder.ends_on, Kind.TECHNICAL, "of which last day it told"),
        Line(LicenceReminder.days, Kind.TECHNICAL, "which letter it was: 90, 30 or 7 days before"),
        Line(LicenceReminder.sent_at, Kind.ACT, "when it was written"),
    ),
)

AVAILABILITY = TableEntry(
    Availability,
    "Free period",
    _PROFILE,
    (
        number(Availability.id),
        _whose(Availability.professional_id),
        Line(Availability.starts_on, Kind.CLAIM, "from when the person could serve"),
        Line(Availability.ends_on, Kind.CLAIM, "until when"),
    ),
)

TABLES = (
    HELD_OCCUPATION,
    HELD_SKILL,
    SPOKEN_LANGUAGE,
    QUALIFICATION,
    LICENCE,
    VERIFICATION,
    VERIFICATION_ACCEPTANCE,
    LICENCE_REMINDER,
    AVAILABILITY,
)
