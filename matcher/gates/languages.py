"""Languages: the person speaks every required one at its level."""

from typing import Any

import numpy as np

from matcher.columns import Columns, Index, Numbers
from matcher.columns.languages import NO_LEVEL, NOT_SPOKEN, levels_in_sets
from matcher.gates.gate import FINAL, FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
from matcher.iso import CEFR
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import AskedLanguage, GateResult, HeldLanguage, State

NAME = "languages"
WITHIN_REACH = -1
"""So many steps below, a course may close the gap in time."""


def judge_languages(held: tuple[HeldLanguage, ...] | None, query: Query) -> GateResult:
    """Judge all required languages; the worst one decides."""
    required = tuple(language for language in query.position.languages or () if language.is_required)
    if not required:
        return not_asked(NAME)
    asked = [{"code": language.code, "min_cefr": language.min_cefr} for language in required]
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_LANGUAGES)
    levels = levels_of(held)
    steps = [steps_above(language, levels) for language in required]
    has = [_has(language, levels, margin) for language, margin in zip(required, steps, strict=True)]
    known = [margin for margin in steps if margin is not None]
    least = min(known, default=None)
    if least is not None and least < 0:
        missing = [margin for margin in known if margin < 0]
        fix = Fix.REACH_LANGUAGE_LEVEL if missing == [WITHIN_REACH] else None
        return GateResult(NAME, State.NOT_MET, GateReason.LANGUAGE_BELOW, asked, has, least, fix)
    if None in steps:
        reason, fix = GateReason.LANGUAGE_LEVEL_UNKNOWN, Fix.STATE_LANGUAGE_LEVEL
        return GateResult(NAME, State.UNKNOWN, reason, asked, has, None, fix)
    return GateResult(NAME, State.MET, GateReason.LANGUAGES_MET, asked, has, least)


def levels_of(held: tuple[HeldLanguage, ...]) -> dict[str, int]:
    """Return the best level of each language, 1 to 7, or 0 for a language stated without a level."""
    levels: dict[str, int] = {}
    for language in held:
        level = CEFR[language.cefr] if language.cefr else 0
        levels[language.code] = max(level, levels.get(language.code, 0))
    return levels


def steps_above(asked: AskedLanguage, levels: dict[str, int]) -> int | None:
    """Return how many steps a person stands above the least level; negative is below, None is unknown.

    A language that is not in the list counts as level 0. Where no level is asked, any does.
    """
    least = CEFR[asked.min_cefr] if asked.min_cefr else 1
    level = levels.get(asked.code)
    if level is None:
        return -least
    if level == 0:
        return None if asked.min_cefr else 0
    return level - least


def _has(asked: AskedLanguage, levels: dict[str, int], margin: int | None) -> dict[str, Any]:
    state = State.UNKNOWN if margin is None else State.MET if margin >= 0 else State.NOT_MET
    return {"code": asked.code, "cefr": cefr_of(levels.get(asked.code)), "state": state.value}


def cefr_of(level: int | None) -> str | None:
    """Return the name of a level; None for an absent language or an unknown level.

    Examples
    --------
    >>> cefr_of(4)
    'B2'
    """
    return _NAMES.get(level) if level else None


_NAMES = {level: name for name, level in CEFR.items()}


def screen_languages(columns: Columns, query: Query) -> Screened | None:
    """Screen every distinct set of languages, then look up that of each person."""
    required = tuple(language for language in query.position.languages or () if language.is_required)
    return columns.kept(_screen_everybody, required) if required else None


def _screen_everybody(index: Index, required: tuple[AskedLanguage, ...]) -> Screened:
    numbers = index.table.numbers
    return numbers.of_each(numbers.languages, _screen_sets, required)[index.table.single["languages"]]


def _screen_sets(numbers: Numbers, required: tuple[AskedLanguage, ...]) -> Screened:
    """Screen each distinct set of languages; the last is unknown."""
    levels = np.stack([levels_in_sets(numbers, each.code) for each in required], axis=1)
    least = np.array([CEFR[each.min_cefr] if each.min_cefr else 1 for each in required])
    is_level_asked = np.array([each.min_cefr is not None for each in required])
    steps = np.where(levels == NOT_SPOKEN, -least, levels - least)
    unclear = (levels == NO_LEVEL) & is_level_asked
    below = (steps < 0) & (levels != NO_LEVEL)
    is_within_reach = (below.sum(1) == 1) & (np.where(below, steps, WITHIN_REACH) == WITHIN_REACH).all(1)
    codes = answered(
        (is_within_reach, FIXABLE), (below.any(1), FINAL), (unclear.any(1), UNKNOWN), otherwise=MET
    )
    codes[-1] = UNKNOWN
    return codes
