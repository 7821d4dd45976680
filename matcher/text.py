"""Words of free text, made comparable: no case, no accents, no punctuation."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

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


def clauses(text: str) -> list[list[str]]:
    """Return the words between stops, as `spaced` writes them; none where there are no words.

    Examples
    --------
    >>> clauses("B-Lynch, tri. (SONU)")
    [['b', 'lynch'], ['tri'], ['sonu']]
    """
    words = (spaced(clause).split() for clause in _CLAUSE_END.split(text))
    return [clause for clause in words if clause]


def stem_of(word: str) -> str | None:
    """Return the first five letters of a word that has as many.

    Five letters join most forms of a word, and many of the same root in English, French and Portuguese.
    """
    return word[:_STEM] if len(word) >= _STEM else None


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text.

    Examples
    --------
    >>> sorted(stems("Pédiatrie, pediatrics and the newborn"))
    ['newbo', 'pedia']
    """
    return _stems(spaced(text).split())


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) >= _STEM)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing: its words, and their stems."""

    words: str
    stems: frozenset[str]

    @property
    def is_scattered(self) -> bool:
        """Whether it has stems enough to be recognised by them, in any order and with words between."""
        return len(self.stems) >= _SOME

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
        words = clauses(text)
        self._words = f" {' '.join(chain.from_iterable(words))} "
        self._clauses = [_stems(clause) for clause in words]
        self.stems: frozenset[str] = frozenset().union(*self._clauses)

    def says(self, wording: Wording) -> bool:
        """Whether the words stand in the text as they are, or the stems of two or more in one clause."""
        if wording.words in self._words:
            return True
        if not wording.is_scattered or not wording.stems <= self.stems:
            return False
        return any(wording.stems <= clause for clause in self._clauses)
