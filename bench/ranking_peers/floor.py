"""The floor: reading once, from first to last, the bytes that the gates cannot do without."""

import numpy as np
from numpy.typing import NDArray

from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import LISTED, Peer
from matcher import Position

BYTES = {
    "occupation": 1,
    "specialty": 1,
    "modes and whether anything is unknown": 1,
    "weeks": 1,
    "years in tenths": 2,
    "set of languages": 2,
    "licensed until": 2,
    "may come back until": 2,
    "residence": 1,
}
"""Of everybody; days as 16 bits."""
STRETCH = 4
"""First and last day of each stretch of free days."""


class Floor(Peer):
    """Nothing is decided: no way that looks at the gates of all can be faster on one core of this machine."""

    name = "floor"
    lists_people = False

    @property
    def does(self) -> str:  # type: ignore[override]
        """Say what is read."""
        return (
            f"reads {self._bytes:,} bytes once: {sum(BYTES.values())} of everybody, {STRETCH} a free stretch"
        )

    def prepare(self, crowd: Crowd) -> None:
        """Lay out as many bytes."""
        self._bytes = gate_bytes(len(crowd.profiles), sum(len(each.free) for each in crowd.profiles))
        self._words: NDArray[np.uint64] = np.arange(self._bytes // 8, dtype=np.uint64)

    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Read them, whatever is asked."""
        del position, limit
        np.bitwise_or.reduce(self._words)
        return []

    @property
    def size(self) -> int:
        """The bytes read."""
        return self._bytes


def gate_bytes(people: int, stretches: int) -> int:
    """Reckon what the gates read of so many people with so many stretches of free days."""
    return people * sum(BYTES.values()) + stretches * STRETCH
