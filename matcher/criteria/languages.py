"""Languages beyond the minimum: steps above the level required, and the languages that are only desirable."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Numbers
from matcher.columns.languages import NO_LEVEL, NOT_SPOKEN, levels_in_sets
from matcher.criteria.criterion import Points, Scores, not_asked, not_stated
from matcher.gates.languages import cefr_of, levels_of, steps_above
from matcher.iso import CEFR
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.types import AskedLanguage, HeldLanguage

_WHOLE = 100
_HALF = 50
_TWO_STEPS = 2
_CEILING = CEFR["C2"]


def judge_languages_beyond(held: tuple[HeldLanguage, ...] | None, query: Query, maximum: int) -> Points:
    """Give every language asked the same part of the maximum.

    Of that part: for a required language half for one step above the least level and all for two, or for C2;
    for a desirable one all from its level on.
    """
    asked = query.position.languages
    if not asked:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    levels = levels_of(held)
    shares = [_share(language, levels) for language in asked]
    whole = _WHOLE * len(asked)
    spoken = [
        {
            "code": each.code,
            "min_cefr": each.min_cefr,
            "cefr": cefr_of(levels.get(each.code)),
            "held": each.code in levels,
        }
        for each in asked
    ]
    return Points(
        maximum * sum(low for low, _ in shares) // whole,
        maximum * sum(high for _, high in shares) // whole,
        {"code": Evidence.LANGUAGES.value, "languages": spoken},
    )


def _share(asked: AskedLanguage, levels: dict[str, int]) -> tuple[int, int]:
    level = levels.get(asked.code)
    if level is None:
        return 0, 0
    steps = steps_above(asked, levels)
    if not asked.is_required:
        return (0, _WHOLE) if steps is None else (_WHOLE, _WHOLE) if steps >= 0 else (0, 0)
    if level == 0:
        return 0, _WHOLE
    if steps is None or steps < 0:
        return 0, 0
    share = _WHOLE if level >= _CEILING or steps >= _TWO_STEPS else _HALF * steps
    return share, share


def score_languages_beyond(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score every distinct set of languages, then look up that of each person."""
    asked = query.position.languages
    if not asked:
        return None
    numbers = columns.numbers
    scores = numbers.of_each(numbers.languages, _score_sets, (asked, maximum))
    return scores.take(columns.languages, axis=1)


def _score_sets(numbers: Numbers, asked: tuple[tuple[AskedLanguage, ...], int]) -> Scores:
    """Score each distinct set of languages; the last is unknown."""
    languages, maximum = asked
    shares = sum(_shares_of_sets(each, levels_in_sets(numbers, each.code)) for each in languages)
    scores = np.asarray(maximum * shares // (_WHOLE * len(languages)), np.int64)
    scores[1, -1] = maximum
    return scores


def _shares_of_sets(asked: AskedLanguage, levels: NDArray[np.int8]) -> Scores:
    """Return the share of each set of languages; see `_share`."""
    level = levels.astype(np.int64)
    steps = level - (CEFR[asked.min_cefr] if asked.min_cefr else 1)
    is_spoken, has_level = level != NOT_SPOKEN, level > NO_LEVEL
    if not asked.is_required:
        low = _WHOLE * (is_spoken & np.where(has_level, steps >= 0, asked.min_cefr is None))
        return np.stack([low, np.where(is_spoken & ~has_level, _WHOLE, low)])
    is_all = (level >= _CEILING) | (steps >= _TWO_STEPS)
    low = np.where(has_level & (steps >= 0), np.where(is_all, _WHOLE, _HALF * steps), 0)
    return np.stack([low, np.where(is_spoken & ~has_level, _WHOLE, low)])
