"""The wordings the resolver knows: labels, synonyms, titles and abbreviations with what they name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matcher.vocabulary.catalogue import Abbreviation, Catalogue
from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.wording import plain, stems_of, variants, without_rank

_SHORTEST_TO_CORRECT = 5
_LONG_WORD = 9  # from here two mistakes may be meant, below only one
_REMEMBERED = 8_192
_SHORTEST_WORD_SAFE = 3


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
    expansions : Mapping[str, str]
        What letters inside a longer text stand for, both as `plain` gives them.
    spelling : Iterable[str]
        Further stems that are spelt right, though no entry has them.
    """

    def __init__(
        self, entries: Iterable[Entry], expansions: Mapping[str, str], spelling: Iterable[str] = ()
    ) -> None:
        self.entries = tuple(entries)
        self._expansions = expansions
        written = [plain(entry.text) for entry in self.entries]
        self.stems = tuple(stems_of(text) for text in written)
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        self._unordered: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        self._letters: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, entry in enumerate(self.entries):
            self._exact[written[i]].append(i)
            if entry.letters:
                self._letters[tuple(sorted(written[i].split()))].append(i)
            else:
                self._unordered[frozenset(self.stems[i])].append(i)
        self._words = frozenset(chain(spelling, *self.stems))
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            self._by_length[len(word)].append(word)
        self.corrected = lru_cache(maxsize=_REMEMBERED)(self._corrected)

    def exact(self, text: str) -> list[int]:
        """Find entries written exactly so, apart from case and accents."""
        return self._exact.get(text, [])

    def spelt_out(self, text: str) -> str:
        """Write out the abbreviations among several words: "rn icu"."""
        words = text.split()
        return " ".join(self._expansions.get(word, word) for word in words) if len(words) > 1 else text

    def unordered(self, words: Iterable[str]) -> list[int]:
        """Find entries with exactly these stems, in any order."""
        return self._unordered.get(frozenset(words), [])

    def letters(self, text: str) -> list[int]:
        """Find abbreviations of exactly these words in any order, such as "nurse A&E"."""
        return self._letters.get(tuple(sorted(text.split())), [])

    def distinct(self) -> list[int]:
        """Choose one entry of those that differ by order, gender, number or rank only and name the same."""
        first: dict[tuple[frozenset[str], str | None], int] = {}
        for i, words in enumerate(self.stems):
            first.setdefault((frozenset(without_rank(words)), self.entries[i].code), i)
        return list(first.values())

    def _corrected(self, word: str) -> str:
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
        if word in self._words or len(word) < _SHORTEST_TO_CORRECT:
            return word
        mistakes = 2 if len(word) >= _LONG_WORD else 1
        shortest = max(_SHORTEST_TO_CORRECT - 1, len(word) - mistakes)
        lengths = range(shortest, len(word) + mistakes + 1)
        alike = [other for length in lengths for other in self._by_length.get(length, ())]
        near = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=mistakes)
        return word if near is None else str(near[0])


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


def expansions(catalogue: Catalogue) -> dict[str, str]:
    """
    Collect the abbreviations that can be written out inside a longer text.

    Letters that have several meanings, or that are also a word, are left as they stand: two letters count as
    a word if one is a vowel.

    Parameters
    ----------
    catalogue : Catalogue
        The data.

    Returns
    -------
    dict
        Plain words by plain letters.

    Examples
    --------
    >>> from matcher.vocabulary.catalogue import read
    >>> expansions(read())["icu"]
    'intensive care unit'
    """
    meanings: defaultdict[str, list[Abbreviation]] = defaultdict(list)
    for short in catalogue.abbreviations:
        meanings[plain(short.letters)].append(short)
    agreed = {letters: _agreed(known) for letters, known in meanings.items()}
    return {
        letters: words
        for letters, words in agreed.items()
        if words is not None and " " not in letters and not _is_word(letters)
    }


def _agreed(meanings: Iterable[Abbreviation]) -> str | None:
    """Give the words that letters stand for where they name one code, or where the words are the same."""
    known = list(meanings)
    words = dict.fromkeys(plain(short.expansion) for short in known)
    is_one = len(words) == 1 or len({short.code for short in known}) == 1
    return next(iter(words)) if is_one else None


def _is_word(letters: str) -> bool:
    return len(letters) < _SHORTEST_WORD_SAFE and any(vowel in letters for vowel in "aeiouy")


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
