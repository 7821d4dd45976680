"""The engine itself, by the one function that everybody calls."""

from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import LISTED, Peer
from matcher import Include, Pool, Position, rank


class Ours(Peer):
    """`matcher.rank`: everything, with the reasons of all who are listed."""

    name = "Sankofa"
    does = "all gates, all criteria with text, counts of all verdicts, and the reasons of the fifty listed"

    def prepare(self, crowd: Crowd) -> None:
        """Lay out the pool."""
        self.pool = Pool.from_candidates(crowd.candidates, crowd.vocabulary)
        self.pool.prepare()

    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Rank."""
        ranking = rank(position, self.pool, limit=limit, include=Include.ELIGIBLE)
        return [match.candidate for match in ranking.matches]
