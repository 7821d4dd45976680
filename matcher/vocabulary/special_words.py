"""Reads the words that are treated specially: those without meaning of their own, ranks, clipped words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matcher.vocabulary.table import DATA


class WordsError(ValueError):
    """The special words cannot be read; the message says why."""


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
    return read_words(DATA)


def read_words(folder: Path) -> Words:
    """
    Read the special words of a folder.

    Parameters
    ----------
    folder : Path
        Where `words.toml` lies.

    Returns
    -------
    Words
        Empty words, level words, faint words and clipped words.

    Raises
    ------
    WordsError
        If the file is missing, no TOML, or lacks one of the four.
    """
    try:
        data = tomllib.loads((folder / "words.toml").read_text("utf-8"))
        empty, levels, faint = (frozenset(data[name]) for name in ("empty", "levels", "faint"))
        return Words(empty, levels, faint, data["clipped"])
    except KeyError as error:
        raise WordsError(f"words.toml has no {error.args[0]}") from error
    except (OSError, ValueError) as error:
        raise WordsError(f"words.toml cannot be read: {error}") from error
