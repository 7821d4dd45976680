"""Words of free text, made comparable: no case, no accents, no punctuation."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ACCENT = re.compile("[\u0300-\u036f]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]\n\r•|]+")
_STEM = 5
_SOME = 2
_REMEMBERED = 16_384
_BETWEEN_PARTS = re.compile(r"[,;\n\r•|]+")


def spaced(text: str) -> str:
    """Return the words of a text in small letters without accents, a blank around each.

    Examples
    --------
    >>> spaced("Prise en charge de l'HPP (B-Lynch)")
    ' prise en charge de l hpp b lynch '
    """
    bare = text.casefold()
    if not bare.isascii():
        bare = _ACCENT.sub("", unicodedata.normalize("NFKD", bare))
    return f" {_NOT_A_WORD.sub(' ', bare).strip()} "


def parts(phrase: str) -> tuple[str, ...]:
    """Return the pieces of a phrase between commas, semicolons and line ends.

    Examples
    --------
    >>> parts("PPH management, B-Lynch; triage")
    ('PPH management', 'B-Lynch', 'triage')
    """
    return tuple(part.strip() for part in _BETWEEN_PARTS.split(phrase) if part.strip())


def stem(word: str) -> str:
    """Return the first five letters of a word, all of a shorter one."""
    return word[:_STEM]


def stems(text: str) -> frozenset[str]:
    """Return the first five letters of every word that has as many.

    Five letters join most forms of a word, and many of the same root in English, French and Portuguese.

    Examples
    --------
    >>> sorted(stems("Pédiatrie, pediatrics and the newborn"))
    ['newbo', 'pedia']
    """
    return frozenset(stem(word) for word in spaced(text).split() if len(word) >= _STEM)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing: its words, and their stems."""

    words: str
    stems: frozenset[str]

    @staticmethod
    @lru_cache(_REMEMBERED)
    def of(text: str) -> "Wording":
        """Read a wording."""
        return Wording(spaced(text), stems(text))


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """All ways to say a thing; the same texts give the same object, so it is quickly told from others."""

    each: tuple[Wording, ...]

    @staticmethod
    @lru_cache(_REMEMBERED)
    def of(texts: tuple[str, ...]) -> "Wordings":
        """Read wordings, leaving out what says nothing."""
        return Wordings(tuple(Wording.of(text) for text in dict.fromkeys(texts) if spaced(text).strip()))


class Prose:
    """A longer text, cut into clauses once and asked many times.

    Examples
    --------
    >>> prose = Prose("Dix ans de prise en charge d'hémorragies graves du post-partum. SONU.")
    >>> [prose.says(Wording.of(text)) for text in ("Hémorragie du post-partum", "SONU", "Césarienne")]
    [True, True, False]
    """

    __slots__ = ("_clauses", "_words", "stems")

    def __init__(self, text: str) -> None:
        self._words = spaced(text)
        self._clauses = [stems(clause) for clause in _CLAUSE_END.split(text)]
        self.stems: frozenset[str] = frozenset().union(*self._clauses)

    def says(self, wording: Wording) -> bool:
        """Whether the words stand in the text as they are, or the stems of two or more in one clause."""
        if wording.words in self._words:
            return True
        if len(wording.stems) < _SOME or not wording.stems <= self.stems:
            return False
        return any(wording.stems <= clause for clause in self._clauses)
