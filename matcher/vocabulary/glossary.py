"""A bilingual glossary learnt from the vocabulary's own labels in several languages."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

_ROUNDS = 6
_LEAST = 0.05  # a translation less sure than this is noise
_SAME = 0.8  # a stem that nearly always stands for itself needs no translation
_NONE: Mapping[str, float] = MappingProxyType({})

Words = Sequence[str]
Numbers = npt.NDArray[np.intp]


class Glossary:
    """
    Says which English stems a stem of another language stands for, and how surely.

    Nobody has to write it: "sage-femme" stands beside "midwife" often enough. The method is IBM model 1 in
    both directions (Brown et al. 1993, "The mathematics of statistical machine translation"), of which the
    geometric mean is kept, so that a word that goes with everything translates nothing.

    Parameters
    ----------
    pairs : Iterable[tuple[Sequence[str], Sequence[str]]]
        Stems of a label in another language and of the English label of the same thing.

    Examples
    --------
    >>> pairs = [(["soin", "plai"], ["wound", "car"]), (["soin"], ["car"]), (["plai"], ["wound"])]
    >>> max(Glossary(pairs).english("plai").items(), key=lambda pair: pair[1])[0]
    'wound'
    """

    def __init__(self, pairs: Iterable[tuple[Words, Words]]) -> None:
        self._english: dict[str, dict[str, float]] = {}
        lefts: dict[str, int] = {}
        rights: dict[str, int] = {}
        links = [
            (number, lefts.setdefault(foreign, len(lefts)), rights.setdefault(english, len(rights)))
            for number, (left, right) in enumerate(pairs)
            for foreign in dict.fromkeys(left)
            for english in dict.fromkeys(right)
        ]
        if links:
            self._learn(np.array(links).T, list(lefts), list(rights))

    def english(self, stem: str) -> Mapping[str, float]:
        """
        Translate a stem.

        Parameters
        ----------
        stem : str
            Of any language.

        Returns
        -------
        Mapping[str, float]
            English stems with their share of the meaning, squares summing to 1; empty for an unknown stem.
        """
        return self._english.get(stem, _NONE)

    def _learn(self, links: Numbers, lefts: Sequence[str], rights: Sequence[str]) -> None:
        """Keep what is sure enough both ways."""
        pair, left, right = links
        words, link = np.unique(left * len(rights) + right, return_inverse=True)
        left_of, right_of = words // len(rights), words % len(rights)
        to_english = _translated(link, _together(pair, right), left_of)
        from_english = _translated(link, _together(pair, left), right_of)
        surety = np.sqrt(to_english * from_english)
        for i in np.flatnonzero(surety >= _LEAST).tolist():
            known = self._english.setdefault(lefts[left_of[i]], {})
            known[rights[right_of[i]]] = float(surety[i])
        self._english = {word: known for word, known in self._english.items() if known.get(word, 0) < _SAME}
        for known in self._english.values():
            length = sum(value * value for value in known.values()) ** 0.5
            known.update({word: value / length for word, value in known.items()})


def _together(pair: Numbers, word: Numbers) -> Numbers:
    """Give each word of a pair a number: it is explained by the other side of that pair."""
    return np.asarray(np.unique(pair * (word.max() + 1) + word, return_inverse=True)[1])


def _translated(link: Numbers, place: Numbers, source: Numbers) -> npt.NDArray[np.float64]:
    """Learn how often each source word gives each word it stands beside, by expectation and maximisation."""
    chance = np.ones(len(source))
    for _ in range(_ROUNDS):
        share = chance[link] / np.bincount(place, chance[link])[place]
        count = np.bincount(link, share, minlength=len(source))
        chance = count / np.bincount(source, count)[source]
    return chance
