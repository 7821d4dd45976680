"""Turns typed words into codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.lexicon import Entry, Lexicon
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.wording import plain, stems

_CANDIDATES = 48
_FLOOR = 0.5
_REMEMBERED = 8_192
_EXACT, _REORDERED = 1.0, 0.97
_ELSEWHERE, _UNSURE, _OTHER_LANGUAGE = 0.55, 0.8, 0.97
_CORRECTION = 0.95
_FUZZY_TOP = 0.93
_SHORTEST_PREFIX = 5


@dataclass(frozen=True, slots=True)
class _Hit:
    """How well one entry meets the text."""

    score: float
    position: int


class Resolver:
    """
    Suggests codes of one kind for typed words.

    Exact wordings and abbreviations come first, by country and language; then character n-grams over the
    wordings of all languages with the concepts as pivot, judged again word by word. A text nearer to a title
    outside health than to any inside gets no suggestion.

    Parameters
    ----------
    kind : {"occupation", "specialty", "skill"}
        What to suggest.
    concepts : Mapping[str, Concept]
        The concepts by code.
    lexicon : Lexicon
        The wordings, those outside health included.
    """

    def __init__(self, kind: Kind, concepts: Mapping[str, Concept], lexicon: Lexicon) -> None:
        self._kind = kind
        self._concepts = concepts
        self._lexicon = lexicon
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._hits)

    def suggest(self, text: str, language: str | None, country: str | None, limit: int) -> list[Suggestion]:
        """
        Suggest codes for a text, the best first.

        Parameters
        ----------
        text : str
            As typed; anything.
        language, country : str or None
            ISO 639-1 and ISO 3166-1 alpha-2 of the reader, to choose among equal letters.
        limit : int
            How many codes at most.

        Returns
        -------
        list of Suggestion
            Empty where the text names nothing of health.
        """
        written = plain(text)
        if not written or limit <= 0:
            return []
        hits = self._remembered(written, language, (country or "").upper() or None)
        return [self._suggestion(code, hit, language) for code, hit in hits[:limit]]

    def _suggestion(self, code: str, hit: _Hit, language: str | None) -> Suggestion:
        concept = self._concepts[code]
        label = concept.labels.get(language or "en") or concept.labels["en"]
        matched = self._lexicon.entries[hit.position].text
        return Suggestion(code, label, self._kind, round(hit.score, 3), matched, concept.esco)

    def _hits(self, written: str, language: str | None, country: str | None) -> tuple[tuple[str, _Hit], ...]:
        """Find the best hit of each code, those above the floor, in order."""
        best: dict[str | None, _Hit] = {}
        for hit, entry in self._found(written, language, country):
            kept = best.get(entry.code)
            if kept is None or hit.score > kept.score:
                best[entry.code] = hit
        outside = best.pop(None, _Hit(0.0, 0)).score
        inside = [(code, hit) for code, hit in best.items() if code is not None and hit.score >= _FLOOR]
        if not inside or outside >= max(hit.score for _, hit in inside):
            return ()
        return tuple(sorted(inside, key=lambda found: (-found[1].score, found[1].position)))

    def _found(self, written: str, language: str | None, country: str | None) -> Iterable[tuple[_Hit, Entry]]:
        """Look in every way, the most exact first; an exact wording leaves the rest far behind."""
        exact = self._lexicon.exact(written)
        words = stems(written)
        fixed = tuple(self._lexicon.corrected(word) for word in words)
        penalty = _CORRECTION ** sum(a != b for a, b in zip(words, fixed, strict=True))
        ways: list[tuple[int, float]] = [(i, _EXACT) for i in exact]
        ways += [(i, _REORDERED * penalty) for i in self._lexicon.unordered(fixed)]
        ways += [(i, score * penalty) for i, score in self._alike(fixed)]
        rivals = {self._lexicon.entries[i].code for i, score in ways if score >= _EXACT}
        for i, score in ways:
            entry = self._lexicon.entries[i]
            certainty = _certainty(entry, language, country, ambiguous=len(rivals) > 1)
            yield _Hit(score * certainty, i), entry

    def _alike(self, words: tuple[str, ...]) -> list[tuple[int, float]]:
        """Judge the entries that share most letters with the text, word by word."""
        near = self._lexicon.ngrams.nearest(" ".join(words), _CANDIDATES)
        return [(i, _FUZZY_TOP * self._judged(words, i, likeness)) for i, likeness in near]

    def _judged(self, words: tuple[str, ...], position: int, likeness: float) -> float:
        """Weigh letters shared, words of the text explained and words of the entry present."""
        entry = self._lexicon.stems[position]
        explained = self._share(words, entry)
        present = self._share(entry, words)
        return 0.35 * likeness + 0.40 * explained + 0.25 * present

    def _share(self, words: tuple[str, ...], among: tuple[str, ...]) -> float:
        """Say which share of the words' weight has its like among other words."""
        weights = [self._lexicon.weight(word) for word in words]
        met = sum(w * _likest(word, among) for w, word in zip(weights, words, strict=True))
        return met / sum(weights) if weights else 0.0


def _likest(word: str, among: tuple[str, ...]) -> float:
    """Compare a word with the nearest of others: 1 the same, less for a shared beginning, 0 otherwise."""
    if word in among:
        return 1.0
    return max((_beginning(word, other) for other in among), default=0.0)


def _beginning(a: str, b: str) -> float:
    """Measure the beginning two words share, where it is long enough to mean the same root."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared / max(len(a), len(b)) if shared >= _SHORTEST_PREFIX else 0.0


def _certainty(entry: Entry, language: str | None, country: str | None, *, ambiguous: bool) -> float:
    """Lower the score of a wording that belongs to another country or, among rivals, another language."""
    if entry.countries:
        if country is None:
            return _UNSURE if ambiguous else 1.0
        return 1.0 if country in entry.countries else _ELSEWHERE
    if ambiguous and language is not None and entry.language != language:
        return _OTHER_LANGUAGE
    return 1.0
