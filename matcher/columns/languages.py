"""Sets of languages as columns: many people speak the same ones equally well."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns.numbers import Numbers
from matcher.iso import CEFR

NOT_SPOKEN, NO_LEVEL = -1, 0


def levels_in_sets(numbers: Numbers, language: str) -> NDArray[np.int8]:
    """Return the best level of a language in each distinct set of languages.

    Returns
    -------
    ndarray of int8, shape (sets + 1,)
        1 to 7, 0 for a language without a level, -1 for one not spoken; the last is for an unknown set.
    """
    return numbers.of_each(numbers.languages, _levels, language)


def _levels(numbers: Numbers, language: str) -> NDArray[np.int8]:
    levels = np.full(len(numbers.languages) + 1, NOT_SPOKEN, np.int8)
    for number, spoken in enumerate(numbers.languages.values):
        for each in spoken:
            if each.code == language:
                levels[number] = max(CEFR[each.cefr] if each.cefr else NO_LEVEL, levels[number])
    return levels
