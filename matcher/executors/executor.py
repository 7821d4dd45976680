"""What an executor is."""

from collections.abc import Sequence
from typing import Protocol

from matcher.partition import Shortlist
from matcher.types import Position


class Executor(Protocol):
    """Ranks a pool that it knows for many positions."""

    def shortlists(self, positions: Sequence[Position], k: int = 50) -> list[Shortlist]:
        """Return the best `k` for each position, in the order of the positions."""

    def close(self) -> None:
        """Let go of processes and machines."""
