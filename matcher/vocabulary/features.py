"""What two wordings can have in common: words, pairs of words and runs of letters."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

MOST_WORDS = 16
_SHORTEST, _LONGEST = 3, 4


def features(words: Sequence[str]) -> list[str]:
    """
    List what a wording is compared by, whatever the order of its words.

    Words say most, pairs of words what they say together ("dental" and "technician"), and runs of three or
    four letters find a kindred word, a spelling mistake or the same root in another language.

    Parameters
    ----------
    words : Sequence[str]
        Stems; the first sixteen different ones count.

    Returns
    -------
    list of str
        Features, repeated where they repeat; words and pairs are marked by a leading "=".

    Examples
    --------
    >>> features(["ob", "nurs"])[:4]
    ['=ob', '=nurs', '=nurs ob', ' ob']
    """
    named = list(dict.fromkeys(words))[:MOST_WORDS]
    found = [f"={word}" for word in named]
    found += [f"={min(a, b)} {max(a, b)}" for i, a in enumerate(named) for b in named[i + 1 :]]
    return [*found, *letter_runs(named)]


def letter_runs(words: Sequence[str]) -> Iterator[str]:
    """
    Cut each word, with a blank before and after, into runs of three and four letters.

    Parameters
    ----------
    words : Sequence[str]
        Stems.

    Yields
    ------
    str
        The runs, repeated where they repeat.

    Examples
    --------
    >>> list(letter_runs(["nurs"]))
    [' nu', 'nur', 'urs', 'rs ', ' nur', 'nurs', 'urs ']
    """
    for word in words:
        yield from _runs(word)


@lru_cache(maxsize=32_768)
def _runs(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    lengths = range(_SHORTEST, _LONGEST + 1)
    return tuple(padded[i : i + length] for length in lengths for i in range(len(padded) - length + 1))
