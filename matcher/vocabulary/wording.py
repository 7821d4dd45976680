"""Brings typed words to one form, whatever their case, accents, gender, number or spelling habit."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 400
_READ = 4_000
_DOTTED = re.compile(r"\b(?:[a-z]\.\s?){2,}(?:[a-z]\b)?")
_BRACKETED_ENDING = re.compile(r"(?<=\w)\([a-z]{1,5}\)")
_NOT_WORD = re.compile(r"[^a-z0-9\u0600-\u06ff]+")
_SPELLINGS = (("ph", "f"), ("th", "t"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("cao", "tion"))
_FEMININES = (
    ("iere", "ier"), ("ienne", "ien"), ("trice", "teur"), ("euse", "eur"), ("ee", "e"),
    ("eira", "eiro"), ("dora", "dor"), ("ique", "ic"), ("elle", "el"), ("ive", "if"),
)  # fmt: skip
_DOUBLE = re.compile(r"([a-z])\1")
_SHORTEST_TO_FOLD = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The special words of `data/words.toml`."""

    empty: frozenset[str]
    levels: frozenset[str]
    faint: frozenset[str]
    clipped: Mapping[str, str]


@cache
def special_words() -> Words:
    """
    Read the special words once.

    Returns
    -------
    Words
        Empty words, level words, faint words and clipped words.

    Examples
    --------
    >>> special_words().clipped["labo"]
    'laboratoire'
    """
    data = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text("utf-8"))
    return Words(
        frozenset(data["empty"]), frozenset(data["levels"]), frozenset(data["faint"]), data["clipped"]
    )


def plain(text: str) -> str:
    """
    Reduce a text to lower-case words without accents, marks or brackets.

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
    letters = unicodedata.normalize(
        "NFKD", text[:_READ].replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    )
    bare = "".join(c for c in letters if not unicodedata.combining(c)).lower()
    bare = _BRACKETED_ENDING.sub("", bare)
    bare = _DOTTED.sub(lambda m: m.group().replace(".", "").replace(" ", "") + " ", bare)
    return " ".join(_NOT_WORD.sub(" ", bare).split())[:LONGEST].strip()


@cache
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
        Stems; level words stay only where nothing else remains.

    Examples
    --------
    >>> stems("Labo tech") == stems("laboratoire, technician")
    True
    >>> stems("Senior nurse") == stems("nurses")
    True
    """
    words = special_words()
    written = [w for word in plain(text).split() for w in words.clipped.get(word, word).split()]
    full = [word for word in written if word not in words.empty] or written
    ranked = [word for word in full if word not in words.levels] or full
    return tuple(fold(word) for word in ranked)


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
    words = label.split()
    splits = [word.split("/") for word in words]
    most = max((len(parts) for parts in splits), default=1)
    if most == 1:
        return (label,)
    return tuple(" ".join(parts[min(i, len(parts) - 1)] for parts in splits) for i in range(most))
