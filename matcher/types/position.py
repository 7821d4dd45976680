"""One post to fill as the engine sees it: what it asks for, and when and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from matcher.errors import MissingFieldError, ReversedDatesError
from matcher.iso import CEFR, MODES
from matcher.types.candidate import MOST_WEEKS, MOST_YEARS
from matcher.types.fields import PROSE, Fields, read_each
from matcher.types.writing import plain

MOST_POSTS = 10_000


@dataclass(frozen=True, slots=True)
class AskedLanguage:
    """A language asked for, from a level on; required unless said otherwise."""

    code: str
    min_cefr: str | None = None
    required: bool | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``languages``."""
        return cls(fields.required_language("code"), fields.choice("min_cefr", CEFR), fields.flag("required"))

    @property
    def is_required(self) -> bool:
        """Whether it is a must-have; silence means yes."""
        return self.required is not False


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """A skill asked for: code or phrase, least level 1 to 4, and whether the post cannot do without."""

    code: str | None = None
    phrase: str | None = None
    min_level: int | None = None
    indispensable: bool | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """Read one item of ``required_skills`` or ``desirable_skills``."""
        code, phrase = fields.code("code"), fields.text("phrase")
        if code is None and not (phrase and phrase.strip()):
            raise MissingFieldError(fields.place("phrase"), "must be given where there is no code")
        return cls(code, phrase, fields.whole("min_level", 1, 4), fields.flag("indispensable"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One position. ``None`` means that the position does not ask.

    Make one with `from_json`, which validates; the constructor trusts its caller.

    Examples
    --------
    >>> post = Position.from_json({"id": "v1", "title": "Midwife", "mode": "temporary", "duration_weeks": 12})
    >>> post.duration_weeks
    12
    >>> Position.from_json(post.to_json()) == post
    True
    """

    id: str
    language: str | None = None
    title: str | None = None
    occupation: str | None = None
    specialty: str | None = None
    country: str | None = None
    facility: str | None = None
    mode: str | None = None
    earliest_start: date | None = None
    latest_start: date | None = None
    duration_weeks: int | None = None
    posts: int | None = None
    min_years_experience: float | None = None
    licence_required: bool | None = None
    languages: tuple[AskedLanguage, ...] | None = None
    required_skills: tuple[AskedSkill, ...] | None = None
    desirable_skills: tuple[AskedSkill, ...] | None = None
    teaching: bool | None = None
    description: str | None = None

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
        earliest, latest = fields.day("earliest_start"), fields.day("latest_start")
        if earliest and latest and latest < earliest:
            raise ReversedDatesError(fields.place("latest_start"), "must not be before earliest_start")
        return cls(
            id=fields.identifier("id"),
            language=fields.language("language"),
            title=fields.text("title"),
            occupation=fields.code("occupation"),
            specialty=fields.text("specialty"),
            country=fields.country("country"),
            facility=fields.text("facility"),
            mode=fields.choice("mode", MODES),
            earliest_start=earliest,
            latest_start=latest,
            duration_weeks=fields.whole("duration_weeks", 1, MOST_WEEKS),
            posts=fields.whole("posts", 1, MOST_POSTS),
            min_years_experience=fields.number("min_years_experience", 0, MOST_YEARS),
            licence_required=fields.flag("licence_required"),
            languages=read_each(fields.objects("languages"), AskedLanguage.read),
            required_skills=read_each(fields.objects("required_skills"), AskedSkill.read),
            desirable_skills=read_each(fields.objects("desirable_skills"), AskedSkill.read),
            teaching=fields.flag("teaching"),
            description=fields.text("description", longest=PROSE),
        )

    def to_json(self) -> dict[str, Any]:
        """Write the contract's JSON form; not asked is null."""
        return {**plain(self)}
