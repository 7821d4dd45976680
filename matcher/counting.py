"""How many of a pool stand where."""

from collections.abc import Sequence

from matcher.columns.lazy import lazy
from matcher.pool import Pool
from matcher.query import Query
from matcher.screening import Screening, near_misses
from matcher.types.ranking import Counts


class PoolCounts(Counts):
    """
    The counts of one position; the near misses are looked for when they are read.

    Parameters
    ----------
    pool : Pool
        Everybody.
    screenings : sequence of Screening
        Of each segment of the pool.
    query : Query
        The position.
    """

    def __init__(self, pool: Pool, screenings: Sequence[Screening], query: Query) -> None:
        self.eligible = sum(len(each.eligible) for each in screenings)
        self.to_confirm = sum(len(each.to_confirm) for each in screenings)
        self.ineligible = len(pool) - self.eligible - self.to_confirm
        self._pool, self._query = pool, query

    @lazy
    def near_miss(self) -> int:
        """How many miss it by one gate that can be mended."""
        return sum(len(near_misses(segment, self._query)) for segment in self._pool.segments)
