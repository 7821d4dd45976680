"""One process, one part after the other."""

from collections.abc import Sequence

from matcher.partition import Shortlist, match_partition, merge_topk
from matcher.pool import Pool
from matcher.types import Position


class SerialExecutor:
    """Ranks in this process.

    Parameters
    ----------
    parts : sequence of Pool
        The whole pool, or its parts.
    """

    def __init__(self, parts: Sequence[Pool]) -> None:
        self._parts = parts

    def shortlists(self, positions: Sequence[Position], k: int = 50) -> list[Shortlist]:
        """Return the best `k` for each position, in the order of the positions."""
        found = [match_partition(part, positions, k) for part in self._parts]
        return [merge_topk(shortlists, k) for shortlists in zip(*found, strict=True)]

    def close(self) -> None:
        """Do nothing; there is nothing to let go of."""
