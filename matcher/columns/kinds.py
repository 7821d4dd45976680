"""The sets of occupations that people have, as columns of their own: few, however many people there are."""

import numpy as np

from matcher.columns.numbers import Kind, Numbers
from matcher.columns.ragged import Entries, Ragged


class Kinds:
    """
    Every kind of a pool, in the order of their numbers.

    Attributes
    ----------
    codes, specialties : ndarray of int16, shape (entries,)
        Of each occupation.
    entries : Entries
        The kind of each.
    """

    def __init__(self, kinds: list[Kind]) -> None:
        pairs = np.array([pair for kind in kinds for pair in kind], np.int16).reshape(-1, 2)
        self.codes, self.specialties = pairs[:, 0], pairs[:, 1]
        self.entries: Entries = Ragged(map(len, kinds)).entries(slice(0, len(kinds)))

    @classmethod
    def of(cls, numbers: Numbers) -> "Kinds":
        """Return all kinds met so far."""
        return numbers.of_each(numbers.kinds, _kinds, None)


def _kinds(numbers: Numbers, _: None) -> Kinds:
    return Kinds(numbers.kinds.values)
