"""How far many people show each skill asked for, as numbers; the rules are those of `evidence`.

Who shows anything of a skill is found once among everybody and kept, as few do: the others are *to ask*.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Index, Numbers, Rows
from matcher.columns.codes import NONE
from matcher.columns.skills import LEVELS
from matcher.query import Query, wordings_of
from matcher.skills.evidence import HALF, WHOLE
from matcher.types import AskedSkill, HeldSkill

Shares = NDArray[np.int16]
"""Hundredths of a skill."""
_Marks = NDArray[np.uint8]
"""The low end of a share, and `_ALL` where the high end is no higher; zero is *to ask*."""
_ALL = 128


def shares_for(columns: Columns, query: Query) -> tuple[Shares, Shares]:
    """Return what skills and summaries show of the must-have and of the desirable skills of a position."""
    noted = columns.skills.noted
    if query not in noted:
        required, desirable = query.position.required_skills or (), query.position.desirable_skills or ()
        shares = shares_of(columns, (*required, *desirable), query, with_summaries=True)
        noted[query] = shares[:, : len(required)], shares[:, len(required) :]
    found: tuple[Shares, Shares] = noted[query]
    return found


def shares_of(
    columns: Columns, asked: Sequence[AskedSkill], query: Query, *, with_summaries: bool = False
) -> Shares:
    """Return what people's skills, and their summaries if wanted, show of each skill asked.

    See `skill_evidence` for the rule.

    Returns
    -------
    ndarray of int16, shape (2, asked, people)
        Hundredths of the skill, the low ends, then the high ends.
    """
    marks = np.empty((len(asked), len(columns)), np.uint8)
    for i, skill in enumerate(asked):
        marks[i] = columns.of_few(*_shown_by(columns.index, skill, with_summaries=with_summaries))
        if skill.code is None:
            marks[i] = _better(marks[i], _marks_of_phrases(columns, skill, query))
    shares = np.empty((2, *marks.shape), np.int16)
    shares[0] = marks % _ALL
    shares[1] = np.where(marks < _ALL, WHOLE, shares[0])
    return shares


class _Shown(NamedTuple):
    """Who shows something of a skill: their rows in order, and how much."""

    rows: Rows
    marks: _Marks


def _shown_by(index: Index, skill: AskedSkill, *, with_summaries: bool) -> _Shown:
    found: _Shown = index.listed(_find, (skill.code, skill.phrase, skill.min_level or 1, with_summaries))
    return found


def _find(index: Index, asked: tuple[str | None, str | None, int, bool]) -> _Shown:
    """Look for everybody whose skills with a code, or whose summary, show something of a skill."""
    code, phrase, least, with_summaries = asked
    marks = np.zeros(len(index.table), np.uint8)
    if code is not None:
        near = _numbers_by_closeness(index.table.numbers, code)
        marks = _better(_marks_of_others(index, near), _marks_of_itself(index, near[WHOLE], least))
    if with_summaries:
        said = index.summaries.saying(wordings_of(index.table.numbers.vocabulary, code, phrase))
        marks[said] = _better(marks[said], np.uint8(HALF))
    rows = np.flatnonzero(marks)
    return _Shown(rows.astype(np.int32), marks[rows])


def _marks_of_itself(index: Index, codes: Iterable[int], least: int) -> _Marks:
    """Mark who has stated a skill, or what is the same, by the best of the levels."""
    held = [index.skills.holders_by_level(code) for code in codes]
    marks = np.zeros(len(index.table), np.uint8)
    for each in zip(*held, strict=True):
        for level, rows in each:
            marks[rows] = _mark_of_level(level, least)
    return marks


def _marks_of_others(index: Index, codes: Mapping[int, Iterable[int]]) -> _Marks:
    """Mark who has stated related skills by half the closeness of the nearest."""
    marks = np.zeros(len(index.table), np.uint8)
    for near, others in sorted(codes.items()):
        for other in others if near < WHOLE else ():
            marks[index.skills.holders(other)] = near // 2
    return marks


def _numbers_by_closeness(numbers: Numbers, code: str) -> dict[int, list[int]]:
    """Return the skills that have to do with one, by how close they are."""
    near = numbers.skill_closeness(code)[:-1]
    found = defaultdict(list)
    for number in np.flatnonzero(near > 1).tolist():
        found[int(near[number])].append(number)
    return found


def _mark_of_level(level: int, least: int) -> int:
    """Return what a skill stated at a level shows, -1 for none; see `evidence`."""
    if level >= least or least == 1:
        return WHOLE
    return WHOLE // least if level == NONE else WHOLE * level // least + _ALL


def _better(marks: _Marks, others: _Marks | np.uint8) -> _Marks:
    """Return the higher low ends; what bounds the high end is kept."""
    bounded = marks // _ALL | others // _ALL
    return np.asarray(np.maximum(marks % _ALL, others % _ALL) + bounded * np.uint8(_ALL), np.uint8)


def _marks_of_phrases(columns: Columns, skill: AskedSkill, query: Query) -> _Marks:
    """Mark what skills without a code show of one without; what they are is compared only as needed."""
    held, least = columns.skills, skill.min_level or 1
    near = _closeness_of_phrases(columns, skill, query)
    of_levels = np.array([_mark_of_level(level, least) for level in range(NONE, max(LEVELS) + 1)], np.int16)
    stated = of_levels[held.levels - NONE]
    # Of the same low ends the one with the higher high end counts.
    strengths = np.where(near == WHOLE, stated % _ALL * 2 + (stated < _ALL), -1)
    best = held.entries.most(strengths, -1)
    related = held.entries.most(np.where((near > 1) & (near < WHOLE), near // 2, 0), 0)
    marks: _Marks = (np.maximum(best // 2, related) + (best % 2 == 0) * _ALL).astype(np.uint8)
    return marks


def same_as_any(columns: Columns, asked: Sequence[AskedSkill], query: Query) -> NDArray[np.bool_]:
    """Say of every entry of `columns.skills` whether it is one of the skills asked, whatever the level."""
    held, numbers = columns.skills, columns.numbers
    near = [numbers.skill_closeness(skill.code) for skill in asked if skill.code is not None]
    is_same = (np.max(near, axis=0) == WHOLE)[held.codes] if near else np.zeros(len(held.codes), np.bool_)
    for skill in asked:
        if skill.code is None:
            is_same |= _closeness_of_phrases(columns, skill, query) == WHOLE
    return is_same


def _closeness_of_phrases(columns: Columns, asked: AskedSkill, query: Query) -> NDArray[np.int16]:
    """Return the closeness of every entry without a code to a skill without one; 0 for all others."""
    held, phrases = columns.skills, columns.numbers.phrases
    closeness = np.zeros(len(held.codes), np.int16)
    uncoded = np.flatnonzero(held.codes == NONE)
    for number in np.unique(held.phrases[uncoded]).tolist():
        same = uncoded[held.phrases[uncoded] == number]
        closeness[same] = query.closeness(HeldSkill(phrase=phrases.value(number)), asked)
    return closeness
