"""Several ways to answer the same questions, asked in turns and timed."""

import gc
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from bench.ranking_peers import OURS
from bench.ranking_peers.peer import LISTED, Peer
from matcher import Position

TRIED = 3
"""Questions that tell how slow a peer is."""
FEWEST = 5
COMPARED = 20
"""Positions whose whole list of eligible people is compared."""


@dataclass(frozen=True)
class Prepared:
    """A peer that has taken in everybody."""

    peer: Peer
    seconds: float


@dataclass(frozen=True)
class Figures:
    """What is known of one peer after a run; times are milliseconds per position."""

    name: str
    does: str
    positions: int
    median: float
    mean: float
    p95: float
    ratio_of_medians: float
    """Its median divided by ours, on the same positions."""
    ratio_of_means: float
    recall: float | None
    """Share of the exact first fifty that it lists, over positions that anybody may fill."""
    agreement: float | None
    """Eligible people that it and we find, of those that either finds."""
    seconds_to_prepare: float
    bytes_per_profile: float | None

    def to_json(self) -> dict[str, object]:
        """Write it."""
        return asdict(self)


@dataclass
class Contest:
    """One run over the same people and positions.

    Attributes
    ----------
    peers : mapping
        By short name; ours among them.
    seconds : float
        About how long one peer may take in one repeat. Slow ones are asked fewer positions, evenly
        spread, and compared with ours on the same.
    """

    peers: Mapping[str, Prepared]
    positions: Sequence[Position]
    repeats: int
    seconds: float
    times: dict[str, dict[int, list[float]]] = field(default_factory=dict)
    lists: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    first_pass: list[float] = field(default_factory=list)
    eligible: list[set[str]] = field(default_factory=list)

    def run(self) -> None:
        """Ask everybody; ours once before, with nothing remembered yet."""
        # What lives for the whole run would otherwise be walked by the collector in the middle of an answer.
        gc.collect()
        gc.freeze()
        ours = self.peers[OURS].peer
        self.first_pass = [self._ask(ours, position)[0] for position in self.positions]
        samples = {name: self._sample(prepared.peer) for name, prepared in self.peers.items() if name != OURS}
        samples = {OURS: range(len(self.positions)), **samples}
        for _ in range(self.repeats):
            for name, sample in samples.items():
                times, lists = self.times.setdefault(name, {}), self.lists.setdefault(name, {})
                for i in sample:
                    taken, found = self._ask(self.peers[name].peer, self.positions[i])
                    times.setdefault(i, []).append(taken)
                    lists[i] = found
        gc.unfreeze()

    def figures(self, people: int) -> list[Figures]:
        """Reckon what is known of each peer."""
        return [self._figures(name, people) for name in self.peers]

    def _figures(self, name: str, people: int) -> Figures:
        prepared, size = self.peers[name], self.peers[name].peer.size
        theirs = medians(self.times[name])
        ours = {i: each for i, each in medians(self.times[OURS]).items() if i in theirs}
        finds = prepared.peer.lists_people
        return Figures(
            name=prepared.peer.name,
            does=prepared.peer.does,
            positions=len(theirs),
            median=statistics.median(theirs.values()),
            mean=statistics.fmean(theirs.values()),
            p95=p95(list(theirs.values())),
            ratio_of_medians=statistics.median(theirs.values()) / statistics.median(ours.values()),
            ratio_of_means=statistics.fmean(theirs.values()) / statistics.fmean(ours.values()),
            recall=recall(self.lists[name], self.lists[OURS]) if finds else None,
            agreement=self._agreement(name, people) if finds else None,
            seconds_to_prepare=prepared.seconds,
            bytes_per_profile=None if size is None else size / people,
        )

    def _sample(self, peer: Peer) -> Sequence[int]:
        """Choose the positions that a peer is asked, after a few that tell how long it takes."""
        tried = statistics.fmean(
            self._ask(peer, self.positions[i])[0] for i in spread(len(self.positions), TRIED)
        )
        most = max(FEWEST, int(self.seconds * 1000 / tried))
        if most < len(self.positions):
            return spread(len(self.positions), most)
        for position in self.positions:  # whoever is asked everything has been asked everything before
            self._ask(peer, position)
        return range(len(self.positions))

    def _agreement(self, name: str, people: int) -> float:
        """Compare the whole lists of eligible people for a few positions."""
        if not self.eligible:
            self.eligible = self._everybody(OURS, people)
        theirs = self._everybody(name, people)
        pairs = list(zip(theirs, self.eligible, strict=True))
        either = sum(len(theirs | ours) for theirs, ours in pairs)
        return sum(len(theirs & ours) for theirs, ours in pairs) / either if either else 1.0

    def _everybody(self, name: str, people: int) -> list[set[str]]:
        peer = self.peers[name].peer
        return [set(peer.top(self.positions[i], people)) for i in spread(len(self.positions), COMPARED)]

    @staticmethod
    def _ask(peer: Peer, position: Position) -> tuple[float, list[str]]:
        began = time.perf_counter()
        found = peer.top(position, LISTED)
        return (time.perf_counter() - began) * 1000, found


def medians(times: Mapping[int, Sequence[float]]) -> dict[int, float]:
    """Give the median of the repeats of each position."""
    return {i: statistics.median(each) for i, each in times.items()}


def p95(values: Sequence[float]) -> float:
    """Give the value that one in twenty exceeds.

    Examples
    --------
    >>> p95([float(i) for i in range(1, 101)])
    95.0
    """
    return sorted(values)[-(-19 * len(values) // 20) - 1]


def recall(found: Mapping[int, Sequence[str]], exact: Mapping[int, Sequence[str]]) -> float | None:
    """Give the mean share of the exact lists that was found; None if all of them are empty.

    Examples
    --------
    >>> recall({0: ["a", "c"], 1: []}, {0: ["a", "b"], 1: []})
    0.5
    """
    shares = [len(set(each) & set(exact[i])) / len(exact[i]) for i, each in found.items() if exact[i]]
    return statistics.fmean(shares) if shares else None


def spread(count: int, wanted: int) -> Sequence[int]:
    """Choose some places, evenly spread.

    Examples
    --------
    >>> list(spread(10, 3))
    [0, 3, 6]
    """
    return [i * count // wanted for i in range(min(wanted, count))] if wanted < count else range(count)
