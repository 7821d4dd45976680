"""Judges titles that no wording matches as they stand: which unit group, which code in it, and how surely."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.vocabulary.calibration import Curve
from matcher.vocabulary.classifier import Classifier
from matcher.vocabulary.features import features
from matcher.vocabulary.index import Index

_NEAREST = 32
_AGREEMENT = 0.5  # what the next wording of the same group adds, beside the one before it
_WITNESSES = 4
_SHARES = tuple(_AGREEMENT**i / sum(_AGREEMENT**j for j in range(_WITNESSES)) for i in range(_WITNESSES))
_LIKENESS = 0.7  # weight of the nearest wordings beside the learnt weights
_SHARPNESS = 4.0  # how fast certainty grows with the lead over the other groups
_LEAST = 0.1  # raw certainty below which a title is taken for no health work at all
_DOUBT = 0.35  # so many times the certainty that it is other work: from there it may be health work
_GROUPS = 9  # how many groups are offered
_SIBLING = 0.6  # a second code of the same group is offered from this share of the first one's likeness


@dataclass(frozen=True, slots=True)
class Guess:
    """A code that a text may mean, the wording nearest to it and the share of such guesses that are right."""

    code: str
    position: int
    confidence: float


class _Near(NamedTuple):
    """A wording near to the text."""

    position: int
    likeness: float


class TitleModel:
    """
    Learnt weights say which group a title belongs to, the nearest wordings which code in that group.

    Parameters
    ----------
    wordings : Sequence[tuple[str, ...]]
        Their stems.
    codes : Sequence[str | None]
        What each wording names; `None` for titles outside.
    group : Callable[[str], str]
        Gives the group of a code; confidence is about groups.
    curve : Curve
        From raw certainty to the share that is right.

    Examples
    --------
    >>> words = [("nurs",), ("ward", "nurs"), ("driver",)]
    >>> model = TitleModel(words, ["2221", "2221", None], str, Curve.STRAIGHT)
    >>> [guess.code for guess in model.guesses(("nurs", "old"))], model.guesses(("truck", "driver"))
    (['2221'], [])
    """

    def __init__(
        self,
        wordings: Sequence[tuple[str, ...]],
        codes: Sequence[str | None],
        group: Callable[[str], str],
        curve: Curve,
    ) -> None:
        self.index = Index(features(words) for words in wordings)
        self._codes = tuple(codes)
        named = [None if code is None else group(code) for code in codes]
        self._groups = (None, *sorted({name for name in named if name is not None}))
        numbers = {name: i for i, name in enumerate(self._groups)}
        self._group_of = [numbers[name] for name in named]
        self._classifier = Classifier(self.index.matrix(), self._group_of, len(self._groups))
        self._curve = curve

    def guesses(self, words: Sequence[str], main: Sequence[str] = ()) -> list[Guess]:
        """
        Guess what a text means.

        Parameters
        ----------
        words : Sequence[str]
            Its stems.
        main : Sequence[str]
            Those before a dash or bracket, if there is one: they count for more than what follows.

        Returns
        -------
        list of Guess
            The surest first, one or two codes of a group; empty where the text is more like other work.
        """
        vector = self.index.vector(features(words) + features(main))
        if not len(vector.numbers):
            return []
        near = self._nearest(self.index.likeness(vector))
        scores = self._classifier.scores(vector)
        for number, wordings in near.items():
            scores[number] += _LIKENESS * _agreement(wordings)
        certainty = np.exp(_SHARPNESS * (scores - scores.max()))
        certainty /= certainty.sum()
        if certainty[1:].max() < max(_DOUBT * certainty[0], _LEAST):
            return []
        found = [
            guess
            for number in np.argsort(-scores, kind="stable")[:_GROUPS].tolist()
            if number and number in near
            for guess in self._in_group(near[number], self._curve.at(certainty[number].item()))
        ]
        return sorted(found, key=lambda guess: -guess.confidence)

    def likeness(self, a: Sequence[str], b: Sequence[str]) -> float:
        """Compare two texts by what they have in common, 0 to 1."""
        return self.index.similarity(features(a), features(b))

    def _nearest(self, likeness: npt.NDArray[np.float64]) -> dict[int, list[_Near]]:
        """Gather the nearest wordings by the number of their group, the nearest first."""
        count = min(_NEAREST, self.index.size)
        best = np.argpartition(-likeness, count - 1)[:count]
        groups: defaultdict[int, list[_Near]] = defaultdict(list)
        for minus, position in sorted(zip((-likeness[best]).tolist(), best.tolist(), strict=True)):
            if minus < 0:
                groups[self._group_of[position]].append(_Near(position, -minus))
        return groups

    def _in_group(self, near: Sequence[_Near], confidence: float) -> Iterable[Guess]:
        """Choose the code of the nearest wording, and a second one where it is nearly as near."""
        best: dict[str, _Near] = {}
        for wording in near:
            best.setdefault(self._codes[wording.position] or "", wording)
        (code, first), *others = best.items()
        yield Guess(code, first.position, confidence)
        for other, wording in others[:1]:
            share = wording.likeness / first.likeness
            if share >= _SIBLING:
                yield Guess(other, wording.position, confidence * share / 2)


def _agreement(near: Sequence[_Near]) -> float:
    """Weigh the nearest wordings of a group: one alone counts less than several that agree."""
    return sum(wording.likeness * share for wording, share in zip(near, _SHARES, strict=False))
