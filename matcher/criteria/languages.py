"""Languages beyond the minimum: steps above the level required, and the languages that are only desirable."""

from matcher.criteria.criterion import Points, not_asked, not_stated
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
