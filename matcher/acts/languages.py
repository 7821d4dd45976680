"""Acts on languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.languages import levels_of
from matcher.iso import CEFR
from matcher.query import Query
from matcher.reasons import Action
from matcher.types import AskedLanguage, Candidate, HeldLanguage

_LADDER = ("A1", "A2", "B1", "B2", "C1", "C2")


def language_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State what is not known of the languages asked for, and reach one level more in each that is."""
    asked, held = query.position.languages or (), candidate.languages
    if held is None:
        yield from _statements(asked, candidate)
        return
    levels = levels_of(held)
    yield from _statements(
        [each for each in asked if each.min_cefr and levels.get(each.code) == 0], candidate
    )
    for each in asked:
        level = _next_level(levels.get(each.code))
        if level is not None:
            values = {"language": each.code, "cefr": level}
            languages = (*held, HeldLanguage(each.code, level))
            yield Act(Action.RAISE_LANGUAGE, values, replace(candidate, languages=languages))


def _statements(unknown: Sequence[AskedLanguage], candidate: Candidate) -> Iterator[Act]:
    """State required languages in one answer, as one of two would settle nothing; desirable ones singly."""
    required = [each for each in unknown if each.is_required]
    for languages in (required, *([each] for each in unknown if not each.is_required)):
        if languages:
            stated = tuple(HeldLanguage(each.code, each.min_cefr) for each in languages)
            values = {"languages": [{"code": each.code, "cefr": each.cefr} for each in stated]}
            changed = replace(candidate, languages=(*(candidate.languages or ()), *stated))
            yield Act(Action.STATE_LANGUAGES, values, changed)


def _next_level(level: int | None) -> str | None:
    """Return one level up; none above C2, and none where the level is not known."""
    if level == 0:
        return None
    step = level or 0
    return _LADDER[step] if step < CEFR["C2"] else None
