"""Turns typed words into codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.lexicon import Entry, Lexicon
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.wording import faint_stems, plain, stems_of, without_rank

_CANDIDATES = 48
_FLOOR = 0.5
_REMEMBERED = 8_192
_EXACT, _REORDERED, _RANKED, _WITHIN = 1.0, 0.97, 0.95, 0.5
_ELSEWHERE, _UNSURE, _UNDECIDED, _OTHER_LANGUAGE = 0.55, 0.75, 0.9, 0.85
_CORRECTION = 0.95
_FUZZY_TOP = 0.93
_SHORTEST_PREFIX = 5


@dataclass(frozen=True, slots=True)
class _Hit:
    """How well one entry meets the text."""

    score: float
    position: int


class _Reader:
    """Whose words they are: chooses among meanings by country first, then by language."""

    def __init__(self, language: str | None, country: str | None, rivals: Sequence[Entry]) -> None:
        self._language = language
        self._country = country
        self._ambiguous = len({entry.code for entry in rivals}) > 1
        self._national = country is not None and any(country in entry.countries for entry in rivals)

    def certainty(self, entry: Entry) -> float:
        """Lower the score of a meaning that another country or, among rivals, another language gives."""
        if entry.countries and self._country is not None:
            return 1.0 if self._country in entry.countries else _ELSEWHERE
        if not self._ambiguous:
            return 1.0
        if entry.countries or self._national:
            return _UNSURE
        foreign = self._language is not None and entry.language != self._language
        return _UNDECIDED * (_OTHER_LANGUAGE if foreign else 1.0)


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
        words = stems_of(self._lexicon.spelt_out(written))
        fixed = tuple(self._lexicon.corrected(word) for word in words)
        penalty = _CORRECTION ** sum(a != b for a, b in zip(words, fixed, strict=True))
        named = without_rank(fixed)
        ways: list[tuple[int, float]] = [(i, _EXACT) for i in exact]
        ways += [(i, _REORDERED * penalty) for i in self._lexicon.unordered(fixed)]
        ways += [(i, _RANKED * penalty) for i in self._lexicon.unordered(named)]
        if not faint_stems().issuperset(named):
            ways += [(i, score * penalty) for i, score in self._alike(named)]
            ways += self._within(written, named)
        rivals = [self._lexicon.entries[i] for i in exact]
        reader = _Reader(language, country, rivals)
        for i, score in ways:
            entry = self._lexicon.entries[i]
            yield _Hit(score * reader.certainty(entry), i), entry

    def _within(self, written: str, words: tuple[str, ...]) -> list[tuple[int, float]]:
        """Judge the entries that stand inside the text by how much of it they explain."""
        found = self._lexicon.contained(written)
        return [
            (i, _WITHIN + (_FUZZY_TOP - _WITHIN) * self._share(words, self._lexicon.stems[i]))
            for i in found
            if not faint_stems().issuperset(self._lexicon.stems[i])
        ]

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
    if a[:_SHORTEST_PREFIX] != b[:_SHORTEST_PREFIX] or min(len(a), len(b)) < _SHORTEST_PREFIX:
        return 0.0
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared / max(len(a), len(b))
