"""A loop over everybody: what a competent developer writes first."""

from heapq import nsmallest

from rapidfuzz import fuzz, utils

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.points import MOST, is_eligible, order


class PythonLoop(Asking):
    """Gates over everybody, points and rapidfuzz over those who are left."""

    name = "Python loop"
    does = "gates first; all criteria; token_set_ratio of the texts of those left instead of our text rules"

    def take(self, crowd: Crowd) -> None:
        """Keep the profiles, and their texts as rapidfuzz wants them."""
        self._people = crowd.profiles
        self._texts = [utils.default_process(person.text) for person in crowd.profiles]

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Look at everybody."""
        wanted = utils.default_process(asked.text)
        left = [person for person in self._people if is_eligible(person, asked)]
        keys = {person.number: order(person, asked, self._near(wanted, person.number)) for person in left}
        return nsmallest(limit, keys, key=keys.__getitem__)

    def _near(self, wanted: str, number: int) -> int:
        return int(MOST["text"] * fuzz.token_set_ratio(wanted, self._texts[number]) // 100)
