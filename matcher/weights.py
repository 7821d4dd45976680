"""The maximum of each criterion: what an expert thinks they are worth, as data with a version.

A new set of weights gets a new version; an old one stays, so that old rankings can be computed again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from matcher.errors import UnknownWeightsError

ALL_POINTS = 10_000
"""100.00 points, in hundredths."""


@dataclass(frozen=True)
class Weights:
    """Maxima in hundredths of points by name of criterion.

    Raises
    ------
    ValueError
        If a maximum is negative, their sum is not 100.00, or text may weigh more than 10.00.

    Examples
    --------
    >>> DEFAULT.maxima["required_skills"]
    3000
    >>> sum(DEFAULT.maxima.values())
    10000
    """

    version: str
    maxima: Mapping[str, int]

    def __post_init__(self) -> None:
        if min(self.maxima.values()) < 0 or sum(self.maxima.values()) != ALL_POINTS:
            raise ValueError("the maxima must not be negative and must add up to 100.00")
        if self.maxima["text"] > ALL_POINTS // 10:
            raise ValueError("text must not weigh more than 10.00")


EXPERT_1 = Weights(
    version="expert-1",
    maxima=MappingProxyType(
        {
            "required_skills": 3000,
            "occupation": 1400,
            "experience": 1200,
            "desirable_skills": 1000,
            "availability": 800,
            "languages": 600,
            "preference": 500,
            "credential": 500,
            "text": 400,
            "origin": 300,
            "teaching": 300,
        }
    ),
)
"""What experts of the field thought in the beginning."""

WEIGHTS: Mapping[str, Weights] = MappingProxyType({weights.version: weights for weights in (EXPERT_1,)})
"""Every set there has been, by version. Sets are only ever added."""

DEFAULT = EXPERT_1
"""What the engine uses unless told otherwise."""


def weights_of(version: str) -> Weights:
    """Return the weights of a version, current or not.

    Parameters
    ----------
    version : str
        As a ranking names it.

    Raises
    ------
    UnknownWeightsError
        If there has been no such version.

    Examples
    --------
    >>> weights_of("expert-1") is EXPERT_1
    True
    """
    if version not in WEIGHTS:
        raise UnknownWeightsError("weights", f"{version!r} is no version of ours")
    return WEIGHTS[version]
