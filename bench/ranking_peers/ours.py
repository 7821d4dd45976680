"""The engine itself, by the one function that everybody calls."""

from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import LISTED, Peer
from matcher import Include, Pool, Position, rank


class Ours(Peer):
    """`matcher.rank`: who stands where, by everything."""

    name = "Sankofa"
    does = "all gates, all criteria with text, the exact order and counts; reasons when they are read"

    def prepare(self, crowd: Crowd) -> None:
        """Lay out the pool."""
        self.pool = Pool.from_candidates(crowd.candidates, crowd.vocabulary)
        self.pool.prepare()

    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Rank."""
        return list(rank(position, self.pool, limit=limit, include=Include.ELIGIBLE).matches.candidates)


class OursWithReasons(Ours):
    """`matcher.rank`, and every match read."""

    name = "Sankofa, all reasons read"
    does = "the same, and every gate and criterion of the fifty with its evidence, as a page shows them"

    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Rank and read."""
        ranking = rank(position, self.pool, limit=limit, include=Include.ELIGIBLE)
        return [match.candidate for match in ranking.matches]
