"""The parts of a profile, and how far each of them is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

from web.models.claims import Availability, Claim, HeldOccupation, HeldSkill, SpokenLanguage
from web.models.professional import Mode, Professional
from web.services.consents import has_matching_consent


class Section(StrEnum):
    """One topic of a profile. The names of the lists are those of `Professional.stated_none`."""

    IDENTITY = "identity"
    OCCUPATIONS = "occupations"
    EXPERIENCE = "experience"
    SKILLS = "skills"
    LANGUAGES = "languages"
    QUALIFICATIONS = "qualifications"
    LICENCES = "licences"
    AVAILABILITY = "availability"
    WISHES = "wishes"
    RESIDENCE = "residence"
    CONSENT = "consent"


class SectionState(StrEnum):
    """How far a section is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


LISTS = (
    Section.OCCUPATIONS,
    Section.SKILLS,
    Section.LANGUAGES,
    Section.QUALIFICATIONS,
    Section.LICENCES,
    Section.AVAILABILITY,
)
MAY_BE_NONE = frozenset({Section.SKILLS, Section.QUALIFICATIONS, Section.LICENCES})
# Without these nobody can be compared with a vacancy; the others can follow later.
REQUIRED = (
    Section.IDENTITY,
    Section.OCCUPATIONS,
    Section.LANGUAGES,
    Section.WISHES,
    Section.RESIDENCE,
    Section.CONSENT,
)


def list_missing_sections(professional: Professional) -> list[Section]:
    """List what must still be filled in before the profile can be submitted."""
    return [section for section in REQUIRED if state_of(professional, section) != SectionState.DONE]


def state_of(professional: Professional, section: Section) -> SectionState:
    """Say how far one section is."""
    if section in LISTS:
        return _state_of_list(professional, section)
    given = {
        Section.IDENTITY: _identity,
        Section.EXPERIENCE: _experience,
        Section.WISHES: _wishes,
        Section.RESIDENCE: _residence,
        Section.CONSENT: _consent,
    }[section](professional)
    if all(given):
        return SectionState.DONE
    return SectionState.IN_PROGRESS if any(given) else SectionState.NOT_STARTED


def claims_of(professional: Professional, section: Section) -> Sequence[Claim]:
    """Give the rows of a list section."""
    rows: Sequence[Claim] = getattr(professional, section.value)
    return rows


def is_stated_none(professional: Professional, section: Section) -> bool:
    """Say whether the person has said that there is nothing to list."""
    return section.value in (professional.stated_none or ())


def _state_of_list(professional: Professional, section: Section) -> SectionState:
    rows = claims_of(professional, section)
    if not rows:
        none = is_stated_none(professional, section)
        return SectionState.DONE if none else SectionState.NOT_STARTED
    if section == Section.AVAILABILITY:
        # Periods that are over say nothing about the future any more.
        return SectionState.DONE if any(map(is_ahead, rows)) else SectionState.IN_PROGRESS
    return SectionState.DONE if all(map(_is_complete, rows)) else SectionState.IN_PROGRESS


def _is_complete(claim: Claim) -> bool:
    match claim:
        case HeldOccupation():
            return claim.years is not None
        case HeldSkill():
            return claim.level is not None
        case SpokenLanguage():
            return claim.cefr is not None
    return True


def is_ahead(claim: Claim) -> bool:
    """Say whether a period of availability is not over yet."""
    ends_on = claim.ends_on if isinstance(claim, Availability) else None
    return ends_on is None or ends_on >= datetime.now(UTC).date()


def _identity(professional: Professional) -> list[bool]:
    identity = professional.identity
    return [bool(identity and identity.given_name), bool(identity and identity.family_name)]


def _experience(professional: Professional) -> list[bool]:
    return [professional.years_experience is not None]


def _wishes(professional: Professional) -> list[bool]:
    modes = professional.modes or []
    weeks_needed = Mode.TEMPORARY in modes
    return [bool(modes), bool(modes) and (not weeks_needed or professional.max_weeks is not None)]


def _residence(professional: Professional) -> list[bool]:
    reentry = professional.reenter_unlimited is not None
    return [bool(professional.residence_country), bool(professional.country_of_origin), reentry]


def _consent(professional: Professional) -> list[bool]:
    return [has_matching_consent(professional)]
