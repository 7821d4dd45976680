"""One person as the engine sees them: what they are, can, may and wish; nothing about who they are.

Protected fields (name, sex, age, nationality, faith) do not exist here, so nothing can read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Self

from matcher.errors import ReversedDatesError
from matcher.iso import CEFR, LICENCE_STATUSES, MODES
from matcher.types.fields import PROSE, Fields, read_each
from matcher.types.writing import plain

UNLIMITED: Literal["unlimited"] = "unlimited"
"""The right to come back of a citizen or permanent resident."""

MOST_YEARS = 80
MOST_WEEKS = 520


@dataclass(frozen=True, slots=True)
class HeldOccupation:
    """An occupation the person has: code or typed title, specialty, years in it."""

    code: str | None = None
    title: str | None = None
    specialty: str | None = None
    years: float | None = None

    def __post_init__(self) -> None:
        _as_decimal(self, "years")

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``occupations``."""
        return cls(
            code=fields.code("code"),
            title=fields.text("title"),
            specialty=fields.text("specialty"),
            years=fields.decimal("years", 0, MOST_YEARS),
        )


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill the person states: code or phrase, and level 1 (basic) to 4 (can teach)."""

    code: str | None = None
    phrase: str | None = None
    level: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``skills``."""
        return cls(fields.code("code"), fields.text("phrase"), fields.whole("level", 1, 4))


@dataclass(frozen=True, slots=True)
class HeldLanguage:
    """A language the person speaks, with its level A1 to C2 or native."""

    code: str
    cefr: str | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``languages``."""
        return cls(fields.required_language("code"), fields.choice("cefr", CEFR))


@dataclass(frozen=True, slots=True)
class Qualification:
    """A diploma."""

    title: str | None = None
    country: str | None = None
    year: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``qualifications``."""
        return cls(fields.text("title"), fields.country("country"), fields.whole("year", 1900, 2199))


@dataclass(frozen=True, slots=True)
class Licence:
    """A registration with a regulator; `verified` says that somebody other than the person checked it."""

    country: str | None = None
    regulator: str | None = None
    status: str | None = None
    valid_until: date | None = None
    verified: bool | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``licences``."""
        return cls(
            country=fields.country("country"),
            regulator=fields.text("regulator"),
            status=fields.choice("status", LICENCE_STATUSES),
            valid_until=fields.day("valid_until"),
            verified=fields.flag("verified"),
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which the person is free, both included; without an end it is open."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``availability``."""
        period = cls(fields.day("from"), fields.day("to"))
        if period.start and period.end and period.end < period.start:
            raise ReversedDatesError(fields.place("to"), "must not be before from")
        return period


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person. ``None`` is unknown, an empty tuple is none.

    Make one with `from_json`, which validates; the constructor trusts its caller, but for years in whole
    numbers, which it makes decimal.

    Examples
    --------
    >>> person = Candidate.from_json({"id": "p1", "languages": [{"code": "fr", "cefr": "C1"}]})
    >>> person.languages
    (HeldLanguage(code='fr', cefr='C1'),)
    >>> person.licences is None
    True
    >>> Candidate.from_json(person.to_json()) == person
    True
    """

    id: str
    language: str | None = None
    occupations: tuple[HeldOccupation, ...] | None = None
    skills: tuple[HeldSkill, ...] | None = None
    languages: tuple[HeldLanguage, ...] | None = None
    qualifications: tuple[Qualification, ...] | None = None
    licences: tuple[Licence, ...] | None = None
    availability: tuple[Period, ...] | None = None
    modes: tuple[str, ...] | None = None
    max_weeks: int | None = None
    preferred_countries: tuple[str, ...] | None = None
    country_of_origin: str | None = None
    residence_country: str | None = None
    may_reenter_until: date | Literal["unlimited"] | None = None
    years_experience: float | None = None
    credential_level: int | None = None
    summary: str | None = None

    def __post_init__(self) -> None:
        _as_decimal(self, "years_experience")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read the contract's JSON form.

        Parameters
        ----------
        data : Mapping
            The object, as `json.loads` gives it.

        Raises
        ------
        MatcherError
            Naming the field and the rule.
        """
        fields = Fields(data)
        return cls(
            id=fields.identifier("id"),
            language=fields.language("language"),
            occupations=read_each(fields.objects("occupations"), HeldOccupation.read),
            skills=read_each(fields.objects("skills"), HeldSkill.read),
            languages=read_each(fields.objects("languages"), HeldLanguage.read),
            qualifications=read_each(fields.objects("qualifications"), Qualification.read),
            licences=read_each(fields.objects("licences"), Licence.read),
            availability=read_each(fields.objects("availability"), Period.read),
            modes=fields.choices("modes", MODES),
            max_weeks=fields.whole("max_weeks", 0, MOST_WEEKS),
            preferred_countries=fields.countries("preferred_countries"),
            country_of_origin=fields.country("country_of_origin"),
            residence_country=fields.country("residence_country"),
            may_reenter_until=_reentry(fields),
            years_experience=fields.decimal("years_experience", 0, MOST_YEARS),
            credential_level=fields.whole("credential_level", 1, 4),
            summary=fields.text("summary", longest=PROSE),
        )

    def to_json(self) -> dict[str, Any]:
        """Write the contract's JSON form; unknown is null."""
        return {**plain(self)}


def _as_decimal(held: object, name: str) -> None:
    """Make a whole number given for a decimal one into that, so that both are written and judged alike."""
    value = getattr(held, name)
    if type(value) is int:
        object.__setattr__(held, name, float(value))  # the dataclass is frozen


def _reentry(fields: Fields) -> date | Literal["unlimited"] | None:
    if fields.holds("may_reenter_until", UNLIMITED):
        return UNLIMITED
    return fields.day("may_reenter_until", otherwise=f", or {UNLIMITED}")
