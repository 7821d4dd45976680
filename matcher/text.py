"""Words of free text, made comparable: no case, no accents, no punctuation."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")
_CLAUSE_END = re.compile(r"[.;:,!?\n\r()\[\]•/]+")


def spaced(text: str) -> str:
    """Return the words of a text in small letters without accents, a blank around each.

    Examples
    --------
    >>> spaced("Prise en charge de l'HPP (B-Lynch)")
    ' prise en charge de l hpp b lynch '
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return f" {_NOT_A_WORD.sub(' ', bare).strip()} "


def clauses(text: str) -> tuple[str, ...]:
    """Return the pieces of a text between marks of punctuation.

    Examples
    --------
    >>> clauses("Césariennes; PPH management, B-Lynch.")
    ('Césariennes', 'PPH management', 'B-Lynch')
    """
    return tuple(clause.strip() for clause in _CLAUSE_END.split(text) if clause.strip())


def stems(text: str) -> frozenset[str]:
    """Return the first five letters of every word that has as many.

    Five letters join most forms of a word, and many of the same root in English, French and Portuguese.

    Examples
    --------
    >>> sorted(stems("Pédiatrie, pediatrics and the newborn"))
    ['newbo', 'pedia']
    """
    return frozenset(word[:_STEM] for word in spaced(text).split() if len(word) >= _STEM)


_STEM = 5
