"""Turns typed words into codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from matcher.vocabulary.completion import Completion
from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.lexicon import Entry, Lexicon
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.titles import Guess
from matcher.vocabulary.wording import before_setting, faint_stems, plain, stems_of, variants, without_rank

_FLOOR = 0.001  # below, a guess is wrong 999 times of 1,000
_HOPELESS = 0.05  # where not even the best guess is right once in twenty, none is offered
_REMEMBERED = 8_192
_EXACT, _LETTERS, _REORDERED, _RANKED = 1.0, 0.97, 0.95, 0.93
_ELSEWHERE, _UNSURE, _UNDECIDED, _OTHER_LANGUAGE = 0.55, 0.75, 0.9, 0.85
_CORRECTION = 0.9
_BESIDE_KNOWN = 0.2  # what a guess is worth where another code is known by its wording


class Model(Protocol):
    """Judges texts that are no wording of the vocabulary."""

    def guesses(self, words: Sequence[str], main: Sequence[str] = ()) -> list[Guess]:
        """Guess codes for stems, the surest first; those of the main part count for more."""

    def likeness(self, a: Sequence[str], b: Sequence[str]) -> float:
        """Compare two texts by what they have in common, 0 to 1."""


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

    A wording or abbreviation of the vocabulary comes first, by country and language, whatever its word order
    and however it is misspelt. What is not in the vocabulary is judged by the model of that kind.

    Parameters
    ----------
    kind : {"occupation", "specialty", "skill"}
        What to suggest.
    concepts : Mapping[str, Concept]
        The concepts by code.
    lexicon : Lexicon
        The wordings, those outside health included.
    model : Model
        Judges other texts by the wordings that are `lexicon.distinct()`.
    """

    def __init__(self, kind: Kind, concepts: Mapping[str, Concept], lexicon: Lexicon, model: Model) -> None:
        self._kind = kind
        self._concepts = concepts
        self.lexicon = lexicon
        self._model = model
        self._learnt = lexicon.distinct()
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
        main = plain(before_setting(text))
        hits = self._remembered(written, main, language, (country or "").upper() or None)
        return [self._suggestion(code, hit, language) for code, hit in hits[:limit]]

    def complete(self, text: str, language: str | None, country: str | None, limit: int) -> list[Suggestion]:
        """
        Suggest codes for words that may not be finished.

        Parameters
        ----------
        text : str
            What is typed so far.
        language, country : str or None
            As in `suggest`.
        limit : int
            How many codes at most.

        Returns
        -------
        list of Suggestion
            Those of which a wording begins like this. Each is as likely as the others, so its confidence is
            one by their number.
        """
        begun = self._completion.of(plain(text), language, (country or "").upper() or None)
        return [
            self._suggestion(code, _Hit(1 / len(begun), position), language)
            for code, position in list(begun.items())[:limit]
        ]

    @cached_property
    def _completion(self) -> Completion:
        labels = (label for concept in self._concepts.values() for label in concept.labels.values())
        return Completion(self.lexicon.entries, {text for label in labels for text in variants(label)})

    def likeness(self, a: Sequence[str], b: Sequence[str]) -> float:
        """
        Compare two texts by their letters.

        Parameters
        ----------
        a, b : Sequence[str]
            Their stems.

        Returns
        -------
        float
            0 to 1.
        """
        return self._model.likeness(a, b)

    def _suggestion(self, code: str, hit: _Hit, language: str | None) -> Suggestion:
        concept = self._concepts[code]
        label = concept.labels.get(language or "en") or concept.labels["en"]
        matched = self.lexicon.entries[hit.position].text
        return Suggestion(code, label, self._kind, round(hit.score, 3), matched, concept.esco)

    def _hits(
        self, written: str, main: str, language: str | None, country: str | None
    ) -> tuple[tuple[str, _Hit], ...]:
        """Find the best hit of each code in order; none where the words are known to name other work."""
        words = stems_of(self.lexicon.spelt_out(written))
        fixed = self._fixed(words)
        known = self._known(written, words, fixed, language, country)
        outside = known.pop(None, _Hit(0.0, 0)).score
        if outside and outside >= max((hit.score for hit in known.values()), default=0.0):
            return ()
        best = {code: hit for code, hit in known.items() if code is not None}
        setting = main not in {"", written}
        stressed = self._fixed(stems_of(self.lexicon.spelt_out(main))) if setting else ()
        for guess in self._guessed(without_rank(fixed), without_rank(stressed)):
            score = guess.confidence * (_BESIDE_KNOWN if known else 1.0)
            if guess.code not in best and score >= _FLOOR:
                best[guess.code] = _Hit(score, self._learnt[guess.position])
        if max((hit.score for hit in best.values()), default=0.0) < _HOPELESS:
            return ()
        return tuple(sorted(best.items(), key=lambda found: (-found[1].score, found[1].position)))

    def _known(
        self,
        written: str,
        words: tuple[str, ...],
        fixed: tuple[str, ...],
        language: str | None,
        country: str | None,
    ) -> dict[str | None, _Hit]:
        """Look the text up as it stands, in any order, and without the rank it names."""
        exact = self.lexicon.exact(written)
        penalty = _CORRECTION ** sum(a != b for a, b in zip(words, fixed, strict=True))
        ways = [(i, _EXACT) for i in exact]
        ways += [(i, _LETTERS) for i in self.lexicon.letters(written)]
        ways += [(i, _REORDERED * penalty) for i in self.lexicon.unordered(fixed)]
        ways += [(i, _RANKED * penalty) for i in self.lexicon.unordered(without_rank(fixed))]
        reader = _Reader(language, country, [self.lexicon.entries[i] for i in exact])
        best: dict[str | None, _Hit] = {}
        for i, score in ways:
            entry = self.lexicon.entries[i]
            hit = _Hit(score * reader.certainty(entry), i)
            if hit.score > best.get(entry.code, _Hit(0.0, 0)).score:
                best[entry.code] = hit
        return best

    def _fixed(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.lexicon.corrected(word) for word in words)

    def _guessed(self, words: tuple[str, ...], main: tuple[str, ...]) -> list[Guess]:
        """Ask the model, unless nothing in the text says what is done."""
        return [] if faint_stems().issuperset(words) else self._model.guesses(words, main)
