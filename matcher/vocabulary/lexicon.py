"""The wordings the resolver knows: labels, synonyms, titles and abbreviations with what they name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.ngrams import NgramIndex
from matcher.vocabulary.wording import plain, special_words, stems, variants

_CLOSE_ENOUGH = 80.0
_SHORTEST_TO_CORRECT = 5
_FAINT_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One wording of one concept.

    Parameters
    ----------
    text : str
        The wording as written in the data.
    code : str or None
        What it names; `None` for a title outside health.
    kind : {"occupation", "specialty", "skill"}
        What kind of code it is.
    language : str
        "en", "fr", "pt" or another of the data.
    countries : frozenset[str]
        Where the wording has this meaning; empty for everywhere.
    letters : bool
        Whether it is an abbreviation.
    """

    text: str
    code: str | None
    kind: Kind
    language: str
    countries: frozenset[str] = frozenset()
    letters: bool = False


class Lexicon:
    """
    All wordings of one kind, ready to be looked up.

    Parameters
    ----------
    entries : Iterable[Entry]
        The wordings; the first of two alike comes first in an answer.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.stems = tuple(stems(entry.text) for entry in self.entries)
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        self._unordered: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        for i, entry in enumerate(self.entries):
            self._exact[plain(entry.text)].append(i)
            if not entry.letters:
                self._unordered[frozenset(self.stems[i])].append(i)
        self.ngrams = NgramIndex([" ".join(words) for words in self.stems])
        self._weights = _word_weights(self.stems)
        self._unseen = max(self._weights.values(), default=1.0)
        self._correctable = sorted(word for word in self._weights if len(word) >= _SHORTEST_TO_CORRECT - 1)

    def exact(self, text: str) -> list[int]:
        """Find entries written exactly so, apart from case and accents."""
        return self._exact.get(text, [])

    def unordered(self, words: Iterable[str]) -> list[int]:
        """Find entries with exactly these stems, in any order."""
        return self._unordered.get(frozenset(words), [])

    def weight(self, word: str) -> float:
        """Say how much a stem tells: its rarity among all wordings."""
        return self._weights.get(word, self._unseen)

    def knows(self, word: str) -> bool:
        """Say whether any wording holds the stem."""
        return word in self._weights

    def corrected(self, word: str) -> str:
        """
        Replace a misspelt stem by the nearest known one.

        Parameters
        ----------
        word : str
            A stem.

        Returns
        -------
        str
            The stem itself if it is known, short, or nothing known is near.
        """
        if word in self._weights or len(word) < _SHORTEST_TO_CORRECT:
            return word
        near = process.extractOne(word, self._correctable, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        return word if near is None else str(near[0])


def _word_weights(wordings: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """Weigh stems by rarity, words that say little at about a third."""
    faint = {stem for word in special_words().faint for stem in stems(word)}
    holders = Counter(word for words in wordings for word in set(words))
    total = max(sum(holders.values()), 1)
    return {
        word: (_FAINT_WEIGHT if word in faint else 1.0) * (1.0 + log(total / count))
        for word, count in holders.items()
    }


def concept_entries(concepts: Iterable[Concept], kind: Kind) -> Iterator[Entry]:
    """
    List the labels and synonyms of concepts.

    Parameters
    ----------
    concepts : Iterable[Concept]
        Occupations, specialties or skills.
    kind : {"occupation", "specialty", "skill"}
        Which of them.

    Yields
    ------
    Entry
        One for each wording, both genders of a label apart.
    """
    for concept in concepts:
        for language, label in concept.labels.items():
            for text in variants(label):
                yield Entry(text, concept.code, kind, language)
        for language, synonyms in concept.synonyms.items():
            for synonym in synonyms:
                for text in variants(synonym):
                    yield Entry(text, concept.code, kind, language)


def letters_entries(catalogue: Catalogue, kind: Kind) -> Iterator[Entry]:
    """
    List the abbreviations of one kind and what they stand for.

    Parameters
    ----------
    catalogue : Catalogue
        The data.
    kind : {"occupation", "specialty", "skill"}
        Which abbreviations.

    Yields
    ------
    Entry
        The letters, then the words they stand for.
    """
    for short in catalogue.abbreviations:
        if short.kind == kind:
            yield Entry(short.letters, short.code, kind, short.language, short.countries, letters=True)
            yield Entry(short.expansion, short.code, kind, short.language, short.countries)


def title_entries(catalogue: Catalogue, kind: Kind) -> Iterator[Entry]:
    """
    List what the practitioners of a specialty are called.

    Parameters
    ----------
    catalogue : Catalogue
        The data.
    kind : {"occupation", "specialty"}
        Whether a title leads to the occupation ("cardiologue" to the specialist doctor) or to the specialty.

    Yields
    ------
    Entry
        One for each title.
    """
    known = _claimed(catalogue.occupations.values())
    for specialty in catalogue.specialties.values():
        code = specialty.code if kind == "specialty" else specialty.occupations[0]
        for language, titles in specialty.titles.items():
            for title in titles:
                if kind == "specialty" or plain(title) not in known:
                    yield Entry(title, code, kind, language)


def _claimed(concepts: Iterable[Concept]) -> Mapping[str, str]:
    """Collect the wordings occupations have of their own: they win over a specialty's titles."""
    return {plain(entry.text): entry.code or "" for entry in concept_entries(concepts, "occupation")}
