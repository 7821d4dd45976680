"""The kinds of things a vocabulary names: occupations, specialties, skills, and types of facilities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = str
Kind = Literal["occupation", "specialty", "skill", "facility_type"]
Tie = Literal["base", "title", "specialised", "distinct"]


@dataclass(frozen=True, slots=True)
class Occupation:
    """
    What a health worker is, by ISCO-08 or our extension of it.

    Parameters
    ----------
    code : str
        ISCO-08 unit group ("2221") or the group and our number ("2221.1").
    isco : str
        The four digits of ISCO-08.
    group : str
        The family the occupation belongs to: "medical", "nursing", "laboratory" and so on.
    tie : {"base", "title", "specialised", "distinct"}
        How an extension stands to its unit group. "title": another name or national diploma of the same
        level; "specialised": the base with more training; "distinct": a profession of its own.
    specialty : str or None
        The specialty the occupation implies, if any.
    labels : Mapping[str, str]
        One label to show by language ("en", "fr", "pt").
    synonyms : Mapping[str, tuple[str, ...]]
        Other wordings by language.
    esco : str or None
        URI of the ESCO concept, where ESCO data was loaded.
    """

    code: str
    isco: str
    group: str
    tie: Tie
    specialty: str | None
    labels: Mapping[Language, str]
    synonyms: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    esco: str | None = None

    @property
    def parent(self) -> str | None:
        """The unit group an extension belongs to, `None` for the unit group itself."""
        return self.isco if self.code != self.isco else None


@dataclass(frozen=True, slots=True)
class Specialty:
    """
    A field within an occupation, such as cardiology or theatre nursing.

    Parameters
    ----------
    code : str
        A readable key, "emergency_medicine".
    general : bool
        Whether this is the general practice of its field, which its specialists also cover.
    occupations : tuple[str, ...]
        Codes of the occupations it belongs to, the usual one first.
    labels, synonyms : Mapping
        Names of the field by language.
    titles : Mapping[str, tuple[str, ...]]
        Names of the people who practise it by language ("cardiologue").
    esco : str or None
        URI of the ESCO concept, where ESCO data was loaded.
    """

    code: str
    general: bool
    occupations: tuple[str, ...]
    labels: Mapping[Language, str]
    synonyms: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    esco: str | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """
    A thing a health worker can do or knows.

    Parameters
    ----------
    code : str
        A readable key, "postpartum_haemorrhage".
    group : str
        "emergency", "maternal_newborn", "laboratory" and so on.
    occupations : tuple[str, ...]
        Codes of the occupations that usually have it.
    related : Mapping[str, int]
        Closeness, 1 to 99, of neighbouring skills by code; the same in both directions.
    labels, synonyms : Mapping
        Names by language.
    esco : str or None
        URI of the ESCO concept, where ESCO data was loaded.
    """

    code: str
    group: str
    occupations: tuple[str, ...]
    related: Mapping[str, int]
    labels: Mapping[Language, str]
    synonyms: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    esco: str | None = None


@dataclass(frozen=True, slots=True)
class FacilityType:
    """
    A kind of place where health workers serve.

    Parameters
    ----------
    code : str
        A readable key, "health_centre".
    labels, synonyms : Mapping
        Names by language.
    esco : None
        ESCO names no places.
    """

    code: str
    labels: Mapping[Language, str]
    synonyms: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    esco: None = None


Concept = Occupation | Specialty | Skill | FacilityType
