"""The gates over columns of numpy, for the peers that rank by text and need somebody else's gates."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import FOR_EVER, Crowd

Rows = NDArray[np.int32]
Column = NDArray[Any]


class Masks:
    """Plain columns in the order of the population, looked at gate after gate; no index, no partition."""

    def __init__(self, crowd: Crowd) -> None:
        people, codes = crowd.profiles, crowd.codes
        self.occupation = np.array([each.occupation for each in people], np.int16)
        self.specialty = np.array(
            [-1 if each.specialty is None else each.specialty for each in people], np.int16
        )
        self.years = np.array([each.years for each in people], np.int16)
        self.modes = np.array([each.modes for each in people], np.uint8)
        self.weeks = np.array([each.max_weeks or 0 for each in people], np.int16)
        self.licensed_until = np.array([each.licensed_until for each in people], np.int32)
        self.reenter_until = np.array([each.reenter_until for each in people], np.int32)
        self.residence = np.array([each.residence for each in people], np.int16)
        most = max(len(each.free) for each in people)
        empty = (FOR_EVER, 0)
        free = np.array([(*each.free, *[empty] * (most - len(each.free))) for each in people], np.int32)
        self.first, self.last = free.reshape(len(people), most, 2).transpose(2, 1, 0).copy()
        self.levels = _levels(crowd)
        self._holders = _holders(crowd)
        self._fits = np.zeros(len(codes.occupations), np.bool_)
        self._special_fits = np.zeros(len(codes.specialties) + 1, np.bool_)

    @property
    def size(self) -> int:
        """Bytes of all columns."""
        columns = [value for value in vars(self).values() if isinstance(value, np.ndarray)]
        holders = [each for pair in self._holders.values() for each in pair]
        return sum(column.nbytes for column in (*columns, *self.levels.values(), *holders))

    def eligible(self, asked: Asked) -> Rows:
        """Give everybody who meets every gate."""
        rows = np.flatnonzero(_table(self._fits, asked.occupations)[self.occupation]).astype(np.int32)
        return self.meeting(rows, asked)

    def among(self, rows: Rows, asked: Asked) -> Rows:
        """Give those of some rows who meet every gate, in the order of the rows."""
        return self.meeting(rows[_table(self._fits, asked.occupations)[self.occupation[rows]]], asked)

    def meeting(self, rows: Rows, asked: Asked) -> Rows:
        """Give those of some rows, whose occupation fits, who meet every other gate."""
        rows = rows[(self.modes[rows] & asked.mode) != 0]
        rows = rows[self.years[rows] >= asked.years]
        if asked.weeks:
            rows = rows[self.weeks[rows] >= asked.weeks]
        if asked.licence:
            rows = rows[self.licensed_until[rows] >= asked.first]
        if asked.specialties is not None:
            rows = rows[_table(self._special_fits, asked.specialties)[self.specialty[rows]]]
        for language in asked.languages:
            if language.required:
                rows = rows[self.levels[language.code][rows] >= language.least]
        for skill in asked.indispensable:
            holders, levels = self._holders.get(skill.code, (_NOBODY, _NOBODY))
            rows = rows[np.isin(rows, holders[levels >= skill.least])]
        return self.returning(rows, asked)

    def returning(self, rows: Rows, asked: Asked) -> Rows:
        """Give those of some rows who are free and may come back."""
        start = np.maximum(self.first[:, rows], asked.first)
        possible = (start <= asked.latest) & (start + asked.days - 1 <= self.last[:, rows])
        stays = possible.any(axis=0)
        if asked.temporary:
            end = np.where(possible, start, FOR_EVER).min(axis=0) + asked.days - 1
            stays &= (self.residence[rows] == asked.country) | (self.reenter_until[rows] >= end)
        return rows[stays]


_NOBODY: Rows = np.zeros(0, np.int32)


def _table(empty: NDArray[np.bool_], codes: Any) -> NDArray[np.bool_]:
    table = empty.copy()
    table[list(codes)] = True
    return table


def _levels(crowd: Crowd) -> dict[int, Column]:
    """Make a column of levels for each language; -1 where it is not spoken."""
    people = crowd.profiles
    spoken = dict.fromkeys(crowd.codes.languages.values())
    for number, each in enumerate(people):
        for code, level in each.languages.items():
            column = spoken[code]
            if column is None:
                column = spoken[code] = np.full(len(people), -1, np.int8)
            column[number] = level
    nobody = np.broadcast_to(np.int8(-1), len(people))
    return {code: nobody if column is None else column for code, column in spoken.items()}


def _holders(crowd: Crowd) -> dict[int, tuple[Rows, Rows]]:
    """List who states each skill, and at which level, 1 where none is said."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, each in enumerate(crowd.profiles):
        for code, level in each.skills.items():
            found.setdefault(code, []).append((number, max(1, level)))
    return {code: tuple(np.array(some, np.int32).T) for code, some in found.items()}
