"""Skills as columns: who has stated each skill of the vocabulary, and at which level."""

from collections.abc import Iterator

import numpy as np

from matcher.columns.ragged import Rows
from matcher.columns.table import Table

LEVELS = (1, -1, 2, 3, 4)
"""From the level that speaks least for a skill to the one that speaks most; -1 is for none given."""


class SkillIndex:
    """
    Who has stated which skill.

    Parameters
    ----------
    table : Table
        Of everybody.
    """

    def __init__(self, table: Table) -> None:
        codes = table.entries["skills.code"]
        order = np.argsort(codes, kind="stable")
        owners = np.repeat(np.arange(len(table), dtype=np.int32), np.diff(table.ragged["skills"].starts))
        self._owners, self._levels = owners[order], table.entries["skills.level"][order]
        self._starts = codes[order].searchsorted(np.arange(len(table.numbers.skills) + 1))

    def holders(self, code: int) -> Rows:
        """Return, in order, the rows of those who have stated a skill, by its number."""
        return self._owners[self._span(code)]

    def holders_by_level(self, code: int) -> Iterator[tuple[int, Rows]]:
        """Give the levels at which a skill was stated, in the order of `LEVELS`, each with the rows."""
        span = self._span(code)
        owners, levels = self._owners[span], self._levels[span]
        for level in LEVELS:
            yield level, owners[levels == level]

    def _span(self, code: int) -> slice:
        return slice(self._starts[code], self._starts[code + 1])
