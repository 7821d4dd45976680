"""All columns of a set of people."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns.licences import LicenceColumns
from matcher.columns.numbers import COUNTRY_NUMBERS, LANGUAGE_NUMBERS, NONE, Numbers
from matcher.columns.ragged import Ragged, Rows
from matcher.columns.texts import TextColumns
from matcher.iso import CEFR, MODES
from matcher.periods import LAST_DAY, joined
from matcher.types import Candidate, HeldLanguage, HeldOccupation, HeldSkill
from matcher.types.candidate import UNLIMITED

MODE_BITS = {mode: 1 << place for place, mode in enumerate(sorted(MODES))}
MODE_UNKNOWN = 1 << len(MODES)
NOT_SPOKEN, NO_LEVEL = -1, 0


class Columns:
    """
    People as columns, each made when it is first read.

    Days are numbers as `date.toordinal` gives them, years are floats with NaN for unknown, and -1 stands for
    whatever else is unknown.

    Parameters
    ----------
    candidates : Sequence[Candidate]
        Coded.
    numbers : Numbers
        Of the vocabulary they are coded by.
    """

    def __init__(self, candidates: Sequence[Candidate], numbers: Numbers) -> None:
        self._candidates = candidates
        self.numbers = numbers

    def prepare(self) -> None:
        """Make every column now."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @property
    def size(self) -> int:
        """How many people there are."""
        return len(self._candidates)

    @cached_property
    def occupations(self) -> "OccupationColumns":
        """What people are."""
        return OccupationColumns([each.occupations for each in self._candidates], self.numbers)

    @cached_property
    def modes(self) -> NDArray[np.uint8]:
        """A bit for each mode accepted, and one for unknown."""
        return self._column(np.uint8, (_mode_bits(each.modes) for each in self._candidates))

    @cached_property
    def weeks(self) -> NDArray[np.int16]:
        """The most weeks somebody would stay."""
        return self._column(np.int16, (_or_none(each.max_weeks) for each in self._candidates))

    @cached_property
    def years(self) -> NDArray[np.float64]:
        """Years of work in all."""
        return self._column(np.float64, (_or_nan(each.years_experience) for each in self._candidates))

    @cached_property
    def languages(self) -> "LanguageColumns":
        """What people speak."""
        return LanguageColumns([each.languages for each in self._candidates])

    @cached_property
    def licences(self) -> LicenceColumns:
        """Where people are registered."""
        return LicenceColumns([each.licences for each in self._candidates])

    @cached_property
    def availability(self) -> "AvailabilityColumns":
        """When people are free."""
        return AvailabilityColumns(self._candidates)

    @cached_property
    def residence(self) -> NDArray[np.int16]:
        """The country somebody lives in."""
        return self._countries(each.residence_country for each in self._candidates)

    @cached_property
    def re_entry(self) -> NDArray[np.int32]:
        """The last day on which somebody may come back; the last of the calendar for ever."""
        return self._column(np.int32, (_re_entry_day(each.may_reenter_until) for each in self._candidates))

    @cached_property
    def origin(self) -> NDArray[np.int16]:
        """The country somebody comes from."""
        return self._countries(each.country_of_origin for each in self._candidates)

    @cached_property
    def preferences(self) -> "PreferenceColumns":
        """Where people would like to go."""
        return PreferenceColumns([each.preferred_countries for each in self._candidates])

    @cached_property
    def credential(self) -> NDArray[np.int16]:
        """The credential level given."""
        return self._column(np.int16, (_or_none(each.credential_level) for each in self._candidates))

    @cached_property
    def texts(self) -> TextColumns:
        """What people write about themselves."""
        return TextColumns([each.summary for each in self._candidates])

    @cached_property
    def skills(self) -> "SkillColumns":
        """What people can do."""
        return SkillColumns([each.skills for each in self._candidates], self.numbers)

    def _countries(self, codes: Any) -> NDArray[np.int16]:
        return self._column(np.int16, (COUNTRY_NUMBERS.get(code or "", NONE) for code in codes))

    def _column(self, kind: Any, values: Any) -> NDArray[Any]:
        return np.fromiter(values, kind, len(self._candidates))


class OccupationColumns:
    """Occupation, specialty and years of each entry, and whether somebody states any at all."""

    def __init__(self, held: Sequence[tuple[HeldOccupation, ...] | None], numbers: Numbers) -> None:
        entries = [entry for each in held for entry in each or ()]
        self.ragged = Ragged(len(each or ()) for each in held)
        self.known = np.fromiter((each is not None for each in held), np.bool_, len(held))
        self.codes = _numbers(numbers.occupations, [entry.code for entry in entries])
        self.specialties = _numbers(numbers.specialties, [entry.specialty for entry in entries])
        self.years = np.array([_or_nan(entry.years) for entry in entries], np.float64)
        self._owners = np.repeat(np.arange(len(held), dtype=np.int32), [len(each or ()) for each in held])
        self._unknown = np.flatnonzero(~self.known).astype(np.int32)
        self._by_code = np.argsort(self.codes, kind="stable")
        self._starts = np.searchsorted(
            self.codes[self._by_code], np.arange(NONE, len(numbers.occupations) + 1)
        )

    def rows_of(self, codes: NDArray[np.int64]) -> Rows:
        """Return, in order, the rows with any of some occupations, with one that has no code, or unknown."""
        spans = [slice(self._starts[code + 1], self._starts[code + 2]) for code in (NONE, *codes.tolist())]
        holders = [self._owners[self._by_code[span]] for span in spans if span.start < span.stop]
        some = [each for each in (self._unknown, *holders) if len(each)]
        # Each is in order; only several have to be put in order together.
        return some[0] if len(some) == 1 else np.unique(np.concatenate([self._unknown, *some]))


class LanguageColumns:
    """
    The level of each language in each distinct set of languages, and the set of each row.

    Levels are 1 to 7, 0 for a language without a level, -1 for one not spoken.
    """

    def __init__(self, held: Sequence[tuple[HeldLanguage, ...] | None]) -> None:
        sets: dict[tuple[HeldLanguage, ...] | None, int] = {}
        self.sets = np.fromiter((sets.setdefault(each, len(sets)) for each in held), np.int32, len(held))
        self.known = np.array([each is not None for each in sets], np.bool_)
        self.levels = np.full((len(sets), len(LANGUAGE_NUMBERS)), NOT_SPOKEN, np.int8)
        for number, spoken in enumerate(sets):
            for language in spoken or ():
                place = number, LANGUAGE_NUMBERS[language.code]
                level = CEFR[language.cefr] if language.cefr else NO_LEVEL
                self.levels[place] = max(level, self.levels[place])


class AvailabilityColumns:
    """
    The stretches of free days of each row.

    A period without a first day gives no stretch: `until` holds the latest end of such periods, -1 where
    there is none.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        stretches = [joined(each.availability or ()) for each in candidates]
        count = len(candidates)
        self.known = np.fromiter((each.availability is not None for each in candidates), np.bool_, count)
        self.ragged = Ragged(map(len, stretches))
        days = [(first.toordinal(), last.toordinal()) for each in stretches for first, last in each]
        self.first, self.last = np.array(days, np.int32).reshape(-1, 2).T
        self.until = np.fromiter((_unbegun(each) for each in candidates), np.int32, count)


class PreferenceColumns:
    """The countries of each row, and whether any are stated at all."""

    def __init__(self, held: Sequence[tuple[str, ...] | None]) -> None:
        self.known = np.fromiter((each is not None for each in held), np.bool_, len(held))
        self.ragged = Ragged(len(each or ()) for each in held)
        codes = (code for each in held for code in each or ())
        self.countries = np.fromiter((COUNTRY_NUMBERS[code] for code in codes), np.int16)


class SkillColumns:
    """
    Number and level (0 for none) of each skill.

    What has no code is numbered after the codes: `phrases` are those, in order.
    """

    def __init__(self, held: Sequence[tuple[HeldSkill, ...] | None], numbers: Numbers) -> None:
        self.phrases: dict[str | None, int] = {}
        self.coded = len(numbers.skills)
        self.known = np.fromiter((each is not None for each in held), np.bool_, len(held))
        self.ragged = Ragged(len(each or ()) for each in held)
        entries = [entry for each in held for entry in each or ()]
        self.codes = np.array([self._number(entry, numbers) for entry in entries], np.int32)
        self.levels = np.array([entry.level or 0 for entry in entries], np.int16)

    def _number(self, held: HeldSkill, numbers: Numbers) -> int:
        if held.code is not None:
            return numbers.skills[held.code]
        return self.coded + self.phrases.setdefault(held.phrase, len(self.phrases))


def _numbers(known: dict[str, int], codes: Sequence[str | None]) -> NDArray[np.int16]:
    return np.array([NONE if code is None else known[code] for code in codes], np.int16)


def _mode_bits(modes: tuple[str, ...] | None) -> int:
    return MODE_UNKNOWN if modes is None else sum(MODE_BITS[mode] for mode in set(modes))


def _or_none(number: int | None) -> int:
    return NONE if number is None else number


def _or_nan(number: float | None) -> float:
    return float("nan") if number is None else number


def _re_entry_day(until: date | str | None) -> int:
    if until is None:
        return NONE
    return LAST_DAY.toordinal() if until == UNLIMITED else until.toordinal()  # type: ignore[union-attr]


def _unbegun(candidate: Candidate) -> int:
    unbegun = (period for period in candidate.availability or () if period.start is None)
    return max(((period.end or LAST_DAY).toordinal() for period in unbegun), default=NONE)
