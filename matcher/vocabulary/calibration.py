"""Turns a raw certainty into the share of such answers that are right."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Curve:
    """
    A rising line through a few measured points.

    Parameters
    ----------
    points : Sequence[tuple[float, float]]
        Raw certainty and the share right, both rising, from certainty 0 to 1.

    Examples
    --------
    >>> Curve(((0.0, 0.0), (0.5, 0.8), (1.0, 0.9))).at(0.75)
    0.85
    """

    points: Sequence[tuple[float, float]]
    STRAIGHT: ClassVar["Curve"]

    def at(self, certainty: float) -> float:
        """Read the share right at a raw certainty from 0 to 1."""
        i = min(max(bisect_right(self.points, (certainty, 2.0)), 1), len(self.points) - 1)
        (x0, y0), (x1, y1) = self.points[i - 1], self.points[i]
        return round(y0 + (y1 - y0) * (certainty - x0) / (x1 - x0), 6)


Curve.STRAIGHT = Curve(((0.0, 0.0), (1.0, 1.0)))
