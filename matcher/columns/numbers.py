"""Numbers for codes, so that a column of codes can be looked up in a table."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.iso import COUNTRIES, LANGUAGES
from matcher.knowledge import Fit, Knowledge

NONE = -1
"""The number of what is not stated."""
TEACHING = "teaching"
_REMEMBERED = 4_096

COUNTRY_NUMBERS = {code: number for number, code in enumerate(sorted(COUNTRIES))}
LANGUAGE_NUMBERS = {code: number for number, code in enumerate(sorted(LANGUAGES))}
FIT_RANKS = {"same": 4, "equivalent": 3, "may_fill": 2, "neighbour": 1, "unknown": 0, "no": -1}
"""How the states of a fit stand to each other, the best highest."""


class Numbers:
    """
    The codes of one vocabulary, numbered in its order, and what it says of them as tables.

    Parameters
    ----------
    vocabulary : Knowledge
        What codes mean.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self._vocabulary = vocabulary
        self.occupations = _numbered(vocabulary.occupations)
        self.specialties = _numbered(vocabulary.specialties)
        self.skills = _numbered(vocabulary.skills)
        # One more for what has no code.
        groups = [skill.group for skill in vocabulary.skills.values()]
        self.is_teaching = np.array([*(group == TEACHING for group in groups), False], np.bool_)
        # What a vocabulary says of two codes never changes, so it is asked once.
        self.occupation_fits = lru_cache(_REMEMBERED)(self._occupation_fits)
        self.specialty_fits = lru_cache(_REMEMBERED)(self._specialty_fits)
        self.skill_closeness = lru_cache(_REMEMBERED)(self._skill_closeness)

    def _occupation_fits(self, asked: str, country: str | None) -> NDArray[np.int16]:
        """Tabulate rank and closeness of every occupation held; the last row is for none."""
        fits = (self._vocabulary.occupation_fit(held, asked, country) for held in self.occupations)
        return _table(fits)

    def _specialty_fits(self, asked: str, occupation: str) -> NDArray[np.int16]:
        """Tabulate rank and closeness of every specialty held; the last row is for none."""
        fits = (self._vocabulary.specialty_fit(held, asked, occupation) for held in self.specialties)
        return _table(fits)

    def _skill_closeness(self, asked: str) -> NDArray[np.int16]:
        """Tabulate the closeness of every skill held."""
        closeness = [self._vocabulary.skill_closeness(held, asked) for held in self.skills]
        return np.array(closeness, np.int16)


def _numbered(codes: Iterable[str]) -> dict[str, int]:
    return {code: number for number, code in enumerate(codes)}


def _table(fits: Iterable[Fit]) -> NDArray[np.int16]:
    known = [(FIT_RANKS[fit.state], fit.closeness) for fit in fits]
    return np.array([*known, (FIT_RANKS["unknown"], 0)], np.int16)
