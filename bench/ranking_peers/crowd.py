"""Everybody as plain rows of numbers, made once for all peers: none of them pays for reading objects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from matcher import Candidate, Licence, Period, Vocabulary
from matcher.iso import CEFR, COUNTRIES, LANGUAGES, MODES
from matcher.periods import stretches

FOR_EVER = 9_999_999
"""Later than any day, which are numbers as `date.toordinal` gives them."""
NEVER = 0
TEACHING = "teaching"
CAN_TEACH = 4
MODE_BITS = {mode: 1 << place for place, mode in enumerate(sorted(MODES))}


class Codes:
    """A number for each code of the vocabulary and of ISO."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.occupations = _numbered(vocabulary.occupations)
        self.specialties = _numbered(vocabulary.specialties)
        self.skills = _numbered(vocabulary.skills)
        self.languages = _numbered(sorted(LANGUAGES))
        self.countries = _numbered(sorted(COUNTRIES))


class Profile(NamedTuple):
    """One person as the population draws them: one occupation, coded skills, nobody suspended.

    What the engine takes the best of among several entries is here one number already, which favours peers.
    """

    id: str
    number: int
    occupation: int
    specialty: int | None
    years: int
    """Hundredths of a year: of the occupation, no more than in all."""
    modes: int
    max_weeks: int | None
    licensed_until: int
    reenter_until: int
    residence: int
    origin: int
    credential: int | None
    teaches: bool
    """Whether one of the skills is teaching itself."""
    languages: dict[int, int]
    """Level 1 to 7 of each; 0 where none is stated."""
    skills: dict[int, int]
    """Level 1 to 4 of each; 0 where none is stated."""
    free: tuple[tuple[int, int], ...]
    """First and last day of each stretch; stretches do not touch."""
    preferred: tuple[int, ...]
    verified: tuple[tuple[int, int], ...]
    """Country and last day of each licence that is active and checked."""
    text: str


@dataclass(frozen=True)
class Crowd:
    """The people of one run."""

    candidates: Sequence[Candidate]
    vocabulary: Vocabulary

    @cached_property
    def codes(self) -> Codes:
        """What the numbers mean."""
        return Codes(self.vocabulary)

    @cached_property
    def profiles(self) -> list[Profile]:
        """Everybody, in the order of the population."""
        return [self._profile(number, each) for number, each in enumerate(self.candidates)]

    def _profile(self, number: int, person: Candidate) -> Profile:
        codes = self.codes
        [occupation] = person.occupations or ()
        held = {skill.code or "": skill.level or 0 for skill in person.skills or ()}
        years = occupation.years or 0.0
        if person.years_experience is not None:
            years = min(years, person.years_experience)
        return Profile(
            id=person.id,
            number=number,
            occupation=codes.occupations[occupation.code or ""],
            specialty=None if occupation.specialty is None else codes.specialties[occupation.specialty],
            years=round(years * 100),
            modes=sum(MODE_BITS[mode] for mode in person.modes or ()),
            max_weeks=person.max_weeks,
            licensed_until=max(map(_last_active_day, person.licences or ()), default=NEVER),
            reenter_until=_re_entry_day(person),
            residence=codes.countries[person.residence_country or ""],
            origin=codes.countries[person.country_of_origin or ""],
            credential=person.credential_level,
            teaches=any(self.vocabulary.skills[code].group == TEACHING for code in held),
            languages={
                codes.languages[each.code]: CEFR[each.cefr] if each.cefr else 0
                for each in person.languages or ()
            },
            skills={codes.skills[code]: level for code, level in held.items()},
            free=joined(person.availability or ()),
            preferred=tuple(codes.countries[country] for country in person.preferred_countries or ()),
            verified=tuple(
                (codes.countries[each.country or ""], _last_active_day(each))
                for each in person.licences or ()
                if each.verified and each.status == "active"
            ),
            text=self._text(person),
        )

    def _text(self, person: Candidate) -> str:
        """Write what a text search would index: occupation and skills by name, and the summary."""
        words, language = self.vocabulary, person.language or "en"
        parts = [words.occupations[each.code or ""].labels[language] for each in person.occupations or ()]
        parts += [words.skills[skill.code or ""].labels[language] for skill in person.skills or ()]
        return ". ".join([*parts, person.summary or ""])


def joined(periods: Iterable[Period]) -> tuple[tuple[int, int], ...]:
    """Give the stretches of free days in order, those that touch as one.

    Examples
    --------
    >>> from datetime import date
    >>> joined([Period(date(1, 1, 5), date(1, 1, 9)), Period(date(1, 1, 1), date(1, 1, 4))])
    ((1, 9),)
    """
    days = (
        (each.start.toordinal(), each.end.toordinal() if each.end else FOR_EVER)
        for each in periods
        if each.start
    )
    return tuple(stretches(days))


def _last_active_day(licence: Licence) -> int:
    if licence.status != "active":
        return NEVER
    return licence.valid_until.toordinal() if licence.valid_until else FOR_EVER


def _re_entry_day(person: Candidate) -> int:
    until = person.may_reenter_until
    if until is None:
        return NEVER
    return FOR_EVER if isinstance(until, str) else until.toordinal()


def _numbered(codes: Iterable[str]) -> dict[str, int]:
    return {code: number for number, code in enumerate(codes)}
