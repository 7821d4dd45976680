"""Judges skill phrases that no wording matches as they stand, across languages by way of English."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matcher.vocabulary.calibration import Curve
from matcher.vocabulary.features import letter_runs
from matcher.vocabulary.glossary import Glossary
from matcher.vocabulary.index import Index
from matcher.vocabulary.titles import Guess

_NEAREST = 64
_AGREEMENT = 0.25
_WITNESSES = 2
_LETTERS = 0.45  # weight of letters shared beside words shared


class PhraseModel:
    """
    Compares a phrase, put into English word by word, with the English wordings of all skills.

    A phrase shares words with wordings of its own language that name other skills ("réaliser", "prise en
    charge"), and a skill may have no wording in that language at all. English is where all skills meet.

    Parameters
    ----------
    wordings : Sequence[tuple[str, ...]]
        Their stems.
    codes : Sequence[str | None]
        What each wording names; `None` for what is no skill of health work.
    languages : Sequence[str]
        The language of each wording.
    glossary : Glossary
        Translates stems into English ones.
    curve : Curve
        From likeness to the share that is right.
    """

    def __init__(
        self,
        wordings: Sequence[tuple[str, ...]],
        codes: Sequence[str | None],
        languages: Sequence[str],
        glossary: Glossary,
        curve: Curve,
    ) -> None:
        self._glossary = glossary
        self._curve = curve
        self._rarity = Index(wordings).rarity
        english = [(i, code) for i, code in enumerate(codes) if code is not None and languages[i] == "en"]
        self._english = [i for i, _ in english]
        self._codes = [code for _, code in english]
        self._words = Index(wordings[i] for i in self._english)
        self._letters = Index(tuple(letter_runs(wordings[i])) for i in self._english)

    def guesses(self, words: Sequence[str], main: Sequence[str] = ()) -> list[Guess]:  # noqa: ARG002
        """
        Guess which skills a phrase means.

        Parameters
        ----------
        words : Sequence[str]
            Its stems.
        main : Sequence[str]
            Not used: a skill has no setting.

        Returns
        -------
        list of Guess
            The surest first; empty where nothing is shared.
        """
        alike = self._words.likeness(self._words.scaled(self._in_english(words)))
        alike += _LETTERS * self._letters.likeness(self._letters.vector(letter_runs(words)))
        return self._ranked(alike / (1 + _LETTERS))

    def likeness(self, a: Sequence[str], b: Sequence[str]) -> float:
        """Compare two texts by the letters they share, 0 to 1."""
        return self._letters.similarity(letter_runs(a), letter_runs(b))

    def _in_english(self, words: Sequence[str]) -> dict[str, float]:
        """Weigh stems and their translations by how much each stem tells."""
        weights: defaultdict[str, float] = defaultdict(float)
        for word in dict.fromkeys(words):
            rarity = self._rarity(word)
            weights[word] += rarity
            for english, share in self._glossary.english(word).items():
                weights[english] += share * rarity
        return weights

    def _ranked(self, likeness: npt.NDArray[np.float64]) -> list[Guess]:
        """Weigh the nearest wordings of each skill: one alone counts less than several that agree."""
        count = min(_NEAREST, len(likeness))
        best = np.argpartition(-likeness, count - 1)[:count]
        near: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
        for minus, i in sorted(zip((-likeness[best]).tolist(), best.tolist(), strict=True)):
            if minus < 0:
                near[self._codes[i]].append((-minus, self._english[i]))
        found = [
            Guess(code, some[0][1], self._curve.at(min(1.0, _pooled([value for value, _ in some]))))
            for code, some in near.items()
        ]
        return sorted(found, key=lambda guess: -guess.confidence)


def _pooled(likeness: Sequence[float]) -> float:
    """Add what further wordings of one skill say, each less than the one before."""
    weights = [_AGREEMENT**i for i in range(_WITNESSES)]
    return sum(value * weight for value, weight in zip(likeness, weights, strict=False)) / sum(weights)
