"""Acts on languages."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.languages import levels_of
from matcher.iso import CEFR
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import AskedLanguage, Candidate, HeldLanguage

_LADDER = ("A1", "A2", "B1", "B2", "C1", "C2")


def language_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """Reach one level more in a language asked for."""
    held = candidate.languages or ()
    levels = levels_of(held)
    for asked in query.position.languages or ():
        level = _next_level(asked, levels.get(asked.code))
        if level is not None:
            languages = (*held, HeldLanguage(asked.code, level))
            values = {"language": asked.code, "cefr": level}
            yield Act(Action.RAISE_LANGUAGE, values, replace(candidate, languages=languages))


def _next_level(asked: AskedLanguage, level: int | None) -> str | None:
    """Return one level up; for a level that is not known, the one asked."""
    if level == 0:
        return asked.min_cefr
    step = level or 0
    return _LADDER[step] if step < CEFR["C2"] else None
