"""Numbers for codes, so that a column of codes can be looked up in a table."""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.columns.distinct import Distinct
from matcher.columns.words import Words
from matcher.knowledge import Fit, Knowledge
from matcher.types import HeldLanguage

TEACHING = "teaching"
_REMEMBERED = 4_096

FIT_RANKS = {"same": 4, "equivalent": 3, "may_fill": 2, "neighbour": 1, "unknown": 0, "no": -1}
"""How the states of a fit stand to each other, the best highest."""

A = TypeVar("A", bound=Hashable)
T = TypeVar("T")
V = TypeVar("V", bound=Hashable)
Kind = tuple[tuple[int, int], ...]
"""The numbers of occupation and specialty of each occupation that somebody has."""


class Numbers:
    """
    The codes of one vocabulary, numbered in its order, what it says of them as tables, and shared values.

    Attributes
    ----------
    occupations, specialties, skills : dict of str to int
        Codes of the vocabulary; `codes` has them in the order of their numbers.
    kinds, languages, modes, countries : Distinct
        Whole answers that many people give.
    titles, phrases, diplomas, regulators : Distinct
        As they were typed; `phrases` are those of skills.
    words : Words
        Of all summaries.

    Parameters
    ----------
    vocabulary : Knowledge
        What codes mean.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self.vocabulary = vocabulary
        self.occupations = _numbered(vocabulary.occupations)
        self.specialties = _numbered(vocabulary.specialties)
        self.skills = _numbered(vocabulary.skills)
        self.codes = {
            "occupations": tuple(self.occupations),
            "specialties": tuple(self.specialties),
            "skills": tuple(self.skills),
        }
        self.kinds = Distinct[Kind]()
        self.languages = Distinct[tuple[HeldLanguage, ...]]()
        self.modes = Distinct[tuple[str, ...]]()
        self.countries = Distinct[tuple[str, ...]]()
        self.titles = Distinct[str]()
        self.phrases = Distinct[str]()
        self.diplomas = Distinct[str]()
        self.regulators = Distinct[str]()
        self.words = Words()
        # One more for what has no code.
        groups = [skill.group for skill in vocabulary.skills.values()]
        self.is_teaching = np.array([*(group == TEACHING for group in groups), False], np.bool_)
        # What a vocabulary says of two codes, or a rule of one answer, never changes, so it is asked once.
        self.occupation_fits = lru_cache(_REMEMBERED)(self._occupation_fits)
        self.specialty_fits = lru_cache(_REMEMBERED)(self._specialty_fits)
        self.skill_closeness = lru_cache(_REMEMBERED)(self._skill_closeness)
        self._kept = lru_cache(_REMEMBERED)(self._make)

    def of_each(self, values: Distinct[V], say: Callable[["Numbers", A], T], asked: A) -> T:
        """
        Return what a function says of all distinct values to one question; the last answers are remembered.

        Parameters
        ----------
        values : Distinct
            What is talked of. Where there are new ones, the function is asked again.
        say : callable
            From these numbers and the question to the answer.
        asked : hashable
            The question.
        """
        answer: T = self._kept(say, asked, len(values))
        return answer

    def of_codes(self, say: Callable[["Numbers", A], T], asked: A) -> T:
        """Return what a function says of the codes of the vocabulary; the last answers are remembered."""
        answer: T = self._kept(say, asked, 0)
        return answer

    def _make(self, say: Callable[["Numbers", Any], Any], asked: Any, _: int) -> Any:
        return say(self, asked)

    def _occupation_fits(self, asked: str, country: str | None) -> NDArray[np.int16]:
        """Tabulate rank and closeness of every occupation held; the last row is for none."""
        return _table(self.vocabulary.occupation_fit(held, asked, country) for held in self.occupations)

    def _specialty_fits(self, asked: str, occupation: str) -> NDArray[np.int16]:
        """Tabulate rank and closeness of every specialty held; the last row is for none."""
        return _table(self.vocabulary.specialty_fit(held, asked, occupation) for held in self.specialties)

    def _skill_closeness(self, asked: str) -> NDArray[np.int16]:
        """Tabulate the closeness of every skill held; the last is for none."""
        closeness = (self.vocabulary.skill_closeness(held, asked) for held in self.skills)
        return np.array([*closeness, 0], np.int16)


def _numbered(codes: Iterable[str]) -> dict[str, int]:
    return {code: number for number, code in enumerate(codes)}


def _table(fits: Iterable[Fit]) -> NDArray[np.int16]:
    known = [(FIT_RANKS[fit.state], fit.closeness) for fit in fits]
    return np.array([*known, (FIT_RANKS["unknown"], 0)], np.int16)
