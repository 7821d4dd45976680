"""Brings typed words to one form, whatever their case, accents, gender, number or spelling habit."""

import re
import unicodedata
from functools import cache, lru_cache
from html import unescape

from matcher.vocabulary.special_words import special_words

LONGEST = 400
_READ = 4_000
_REMEMBERED = 65_536  # more than all words of the lists; whatever people type must not fill the memory
_DOTTED = re.compile(r"\b(?:[a-z]\.\s?){2,}(?:[a-z]\b)?")
_BRACKETED_ENDING = re.compile(r"(?<=\w)\([a-z]{1,5}\)")
_MARKUP = re.compile(r"<[^<>]{0,200}>")
_UNSEEN = re.compile(
    r"[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_SETTING = re.compile(r"\s(?:[-\u2013\u2014]\s|[(\[])")
_NOT_WORD = re.compile(r"[^a-z0-9\u0600-\u06ff]+")
_SPELLINGS = (("ph", "f"), ("th", "t"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("cao", "tion"))
_FEMININES = (
    ("iere", "ier"), ("ienne", "ien"), ("trice", "teur"), ("euse", "eur"), ("ee", "e"),
    ("eira", "eiro"), ("dora", "dor"), ("ique", "ic"), ("elle", "el"), ("ive", "if"),
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652]")
_DOUBLE = re.compile(r"([a-z])\1")
_SHORTEST_TO_FOLD = 4


def plain(text: str) -> str:
    """
    Reduce a text to lower-case words without accents, marks, brackets, markup or characters nobody sees.

    Parameters
    ----------
    text : str
        Anything; only its first 4,000 characters are read and 400 kept.

    Returns
    -------
    str
        Words separated by single spaces, possibly none.

    Examples
    --------
    >>> plain("Infirmier(ère) diplômé d'État, S.F.E.")
    'infirmier diplome d etat sfe'
    """
    letters = _legible(text[:_READ]).lower()
    bare = letters if letters.isascii() else _without_marks(letters)
    if "(" in bare:
        bare = _BRACKETED_ENDING.sub("", bare)
    if "." in bare:
        bare = _DOTTED.sub(lambda m: m.group().replace(".", "").replace(" ", "") + " ", bare)
    return " ".join(_NOT_WORD.sub(" ", bare).split())[:LONGEST].strip()


def _legible(text: str) -> str:
    """Take out control characters and what is left of a web page."""
    if "&" in text or "<" in text:
        text = _MARKUP.sub(" ", unescape(text))
    return text if text.isprintable() else _UNSEEN.sub("", text)


def before_setting(text: str) -> str:
    """
    Cut a title where a dash or a bracket begins to say in which setting or industry.

    Parameters
    ----------
    text : str
        As typed; only its first 4,000 characters are read.

    Returns
    -------
    str
        What stands before, or the text itself.

    Examples
    --------
    >>> before_setting("Registered nurse - hospital")
    'Registered nurse'
    """
    return _SETTING.split(text[:_READ], maxsplit=1)[0]


def _without_marks(letters: str) -> str:
    """Take accents and other marks off letters."""
    joined = letters.replace("œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", joined)).lower()


@lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """
    Bring one plain word to a stem shared by its genders, numbers and spellings in three languages.

    Parameters
    ----------
    word : str
        A word of `plain`.

    Returns
    -------
    str
        The stem.

    Examples
    --------
    >>> {fold(w) for w in ("infirmier", "infirmiere", "infirmieres")}
    {'infirmier'}
    >>> fold("cardiology") == fold("cardiologie") == fold("cardiologia")
    True
    """
    if len(word) < _SHORTEST_TO_FOLD or word[0].isdigit():
        return word
    stem = _singular(word)
    for ending, masculine in _FEMININES:
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            stem = stem[: -len(ending)] + masculine
            break
    for spelling, shared in _SPELLINGS:
        stem = stem.replace(spelling, shared)
    stem = _DOUBLE.sub(r"\1", stem)
    shorter = stem.rstrip("aeo")
    return shorter if len(shorter) >= _SHORTEST_TO_FOLD - 1 else stem


def _singular(word: str) -> str:
    """Take off a plural ending of English, French or Portuguese."""
    if word.endswith("aux") and len(word) > _SHORTEST_TO_FOLD:
        return word[:-3] + "al"
    if word.endswith("oes") and len(word) > _SHORTEST_TO_FOLD:
        return word[:-3] + "ao"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """
    Give the meaning-bearing stems of a text in their order, clipped words written out.

    Parameters
    ----------
    text : str
        Anything.

    Returns
    -------
    tuple of str
        Stems, those of words without meaning of their own only where nothing else remains.

    Examples
    --------
    >>> stems("Labo tech") == stems("laboratoire, technician")
    True
    >>> stems("head of the nurses")
    ('head', 'nurs')
    """
    return stems_of(plain(text))


def stems_of(written: str) -> tuple[str, ...]:
    """
    Give the stems of a text that is plain already; see `stems`.

    Parameters
    ----------
    written : str
        A text of `plain`.

    Returns
    -------
    tuple of str
        Stems in their order.

    Examples
    --------
    >>> stems_of("infirmieres")
    ('infirmier',)
    """
    words = special_words()
    written_out = [w for word in written.split() for w in words.clipped.get(word, word).split()]
    full = [word for word in written_out if word not in words.empty] or written_out
    return tuple(fold(word) for word in full)


def without_rank(words: tuple[str, ...]) -> tuple[str, ...]:
    """
    Drop the stems that only say a rank, unless nothing else remains.

    Parameters
    ----------
    words : tuple of str
        Stems.

    Returns
    -------
    tuple of str
        The stems that name the work.

    Examples
    --------
    >>> without_rank(stems("senior nurse"))
    ('nurs',)
    """
    ranks = _ranks()
    if ranks.isdisjoint(words):
        return words
    return tuple(word for word in words if word not in ranks) or words


@cache
def _ranks() -> frozenset[str]:
    return frozenset(fold(word) for word in special_words().levels)


@cache
def faint_stems() -> frozenset[str]:
    """
    Give the stems that say little on their own.

    Returns
    -------
    frozenset of str
        Stems such as that of "management".

    Examples
    --------
    >>> fold("management") in faint_stems()
    True
    """
    return frozenset(fold(word) for word in special_words().faint)


def variants(label: str) -> tuple[str, ...]:
    """
    Split a label that names both genders into one wording each.

    Parameters
    ----------
    label : str
        A label such as "Infirmier/infirmière d'État".

    Returns
    -------
    tuple of str
        The label itself if it has no slash, else each alternative with the words around it.

    Examples
    --------
    >>> variants("Infirmier/infirmière d'État")
    ("Infirmier d'État", "infirmière d'État")
    """
    if "/" not in label:
        return (label,)
    splits = [word.split("/") for word in label.split()]
    most = max(len(parts) for parts in splits)
    return tuple(" ".join(parts[min(i, len(parts) - 1)] for parts in splits) for i in range(most))
