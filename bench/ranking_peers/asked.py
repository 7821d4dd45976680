"""A position as the query of a peer needs it: numbers, and lists of who may fill it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bench.ranking_peers.crowd import MODE_BITS, Codes
from matcher import AskedSkill, Position, Vocabulary
from matcher.iso import CEFR

FITS = frozenset({"same", "equivalent", "may_fill"})
PERMANENT, TEMPORARY = "permanent", "temporary"
SAME = 100


class AskedLevel(NamedTuple):
    """A language or a skill from a level on."""

    code: int
    least: int
    required: bool


class SkillRow(NamedTuple):
    """One skill that shows one asked for, all or in part."""

    asked: int
    required: bool
    held: int
    near: int
    """100 for the skill itself."""
    least: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What one position asks, as the population draws positions: dates, mode and occupation always."""

    occupations: Mapping[int, int]
    """Closeness, 1 to 100, of each occupation that may fill the post."""
    specialties: Mapping[int, int] | None
    """The same of specialties; None where none is asked."""
    country: int
    mode: int
    temporary: bool
    first: int
    latest: int
    days: int
    weeks: int
    """0 where the post is permanent or names none."""
    years: int
    """Hundredths; 0 where none are asked."""
    licence: bool
    teaching: bool
    languages: tuple[AskedLevel, ...]
    indispensable: tuple[AskedLevel, ...]
    skills: tuple[SkillRow, ...]
    required: int
    """How many skills are required, and how many desirable."""
    desirable: int
    text: str

    @property
    def end(self) -> int:
        """The last day if the post starts as late as it may."""
        return self.latest + self.days - 1


class Asker:
    """Makes positions ready. What the vocabulary says of two codes is asked once, as the engine does."""

    def __init__(self, vocabulary: Vocabulary, codes: Codes) -> None:
        self._vocabulary = vocabulary
        self._codes = codes
        self._occupations = lru_cache(maxsize=None)(self._find_occupations)
        self._specialties = lru_cache(maxsize=None)(self._find_specialties)
        self._related = lru_cache(maxsize=None)(self._find_related)

    def ask(self, position: Position) -> Asked:
        """Make one position ready."""
        assert position.occupation, "the population always names one"
        assert position.earliest_start, "the population always names one"
        assert position.latest_start, "the population always names one"
        weeks, codes = position.duration_weeks or 0, self._codes
        required, desirable = position.required_skills or (), position.desirable_skills or ()
        return Asked(
            occupations=self._occupations(position.occupation, position.country),
            specialties=self._specialties(position.specialty, position.occupation),
            country=codes.countries[position.country or ""],
            mode=MODE_BITS[position.mode or ""],
            temporary=position.mode == TEMPORARY,
            first=position.earliest_start.toordinal(),
            latest=position.latest_start.toordinal(),
            days=7 * weeks or 1,
            weeks=0 if position.mode == PERMANENT else weeks,
            years=round((position.min_years_experience or 0) * 100),
            licence=bool(position.licence_required),
            teaching=bool(position.teaching),
            languages=tuple(
                AskedLevel(codes.languages[each.code], CEFR[each.min_cefr or "A1"], each.is_required)
                for each in position.languages or ()
            ),
            indispensable=tuple(
                AskedLevel(codes.skills[each.code or ""], each.min_level or 1, required=True)
                for each in required
                if each.indispensable
            ),
            skills=tuple(
                row
                for number, each in enumerate((*required, *desirable))
                for row in self._rows(number, each, required=number < len(required))
            ),
            required=len(required),
            desirable=len(desirable),
            text=f"{position.title}. {position.description}",
        )

    def _rows(self, number: int, asked: AskedSkill, *, required: bool) -> list[SkillRow]:
        related = self._related(asked.code or "")
        return [SkillRow(number, required, held, near, asked.min_level or 1) for held, near in related]

    def _find_occupations(self, asked: str, country: str | None) -> Mapping[int, int]:
        fits = {
            number: self._vocabulary.occupation_fit(held, asked, country)
            for held, number in self._codes.occupations.items()
        }
        return {number: fit.closeness for number, fit in fits.items() if fit.state in FITS}

    def _find_specialties(self, asked: str | None, occupation: str) -> Mapping[int, int] | None:
        if asked is None:
            return None
        fits = {
            number: self._vocabulary.specialty_fit(held, asked, occupation)
            for held, number in self._codes.specialties.items()
        }
        return {number: fit.closeness for number, fit in fits.items() if fit.state in FITS}

    def _find_related(self, asked: str) -> tuple[tuple[int, int], ...]:
        """Give the skills that show at least a part of one asked for."""
        near = (
            (number, self._vocabulary.skill_closeness(held, asked))
            for held, number in self._codes.skills.items()
        )
        return tuple((number, closeness) for number, closeness in near if closeness > 1)
