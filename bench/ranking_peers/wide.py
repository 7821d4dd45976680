"""Everybody as one wide table, as data frames and column stores like it: only skills are a list."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.ranking_peers.crowd import FOR_EVER, NEVER, Crowd, Profile
from bench.ranking_peers.sql_tables import COLUMNS, NOTHING, rows_of

LEVELS = 8
"""A skill held is one number: its code times eight and its level, 0 where none is stated."""


class Wide:
    """Columns of whole numbers; what somebody may have several of stands in columns numbered from 0."""

    def __init__(self, crowd: Crowd) -> None:
        people = crowd.profiles
        rows = np.array(list(rows_of("person", people)), np.int32)
        self.columns: dict[str, NDArray[np.int32]] = dict(zip(COLUMNS["person"], rows.T.copy(), strict=True))
        self.languages = {code for person in people for code in person.languages}
        for code in self.languages:
            levels = (person.languages.get(code, NOTHING) for person in people)
            self.columns[f"level{code}"] = np.fromiter(levels, np.int32, len(people))
        self.stretches = self._add(("begins", "ends"), [each.free for each in people], (FOR_EVER, NEVER))
        self.wishes = self._add(("wish",), [[(c,) for c in each.preferred] for each in people], (NOTHING,))
        checked = [each.verified for each in people]
        self.licences = self._add(("checked_in", "checked_until"), checked, (NOTHING, NEVER))

    def _add(
        self, names: Sequence[str], held: Sequence[Sequence[tuple[int, ...]]], none: tuple[int, ...]
    ) -> int:
        """Add columns for the lists of everybody, and say how many each has."""
        most = max(map(len, held))
        padded = np.array([[*some, *[none] * (most - len(some))] for some in held], np.int32)
        for i in range(most):
            for j, name in enumerate(names):
                self.columns[f"{name}{i}"] = padded[:, i, j].copy()
        return most


def skills_of(people: Iterable[Profile]) -> Iterator[list[int]]:
    """Give what each person can do."""
    return ([code * LEVELS + level for code, level in person.skills.items()] for person in people)
