"""What every way to find people for a position has to offer, to be measured beside the others."""

from abc import ABC, abstractmethod

from bench.ranking_peers.asked import Asked, Asker
from bench.ranking_peers.crowd import Crowd
from matcher import Position

LISTED = 50


class Peer(ABC):
    """One way to find people. It may be asked from one thread."""

    name: str
    does: str
    """What it does and what it leaves out, for the reader of the figures."""
    lists_people = True
    """False for the floor, which finds nobody."""

    @abstractmethod
    def prepare(self, crowd: Crowd) -> None:
        """Take in everybody."""

    @abstractmethod
    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Give the ids of the best, best first."""

    @property
    def size(self) -> int | None:
        """Bytes it keeps, where that can be said."""
        return None

    def close(self) -> None:  # noqa: B027 - most have nothing to give back
        """Give back what outlives the object."""


class Asking(Peer):
    """A peer that reads a position in the same way as the others."""

    def prepare(self, crowd: Crowd) -> None:
        """Take in everybody."""
        self._ids = [profile.id for profile in crowd.profiles]
        self._asker = Asker(crowd.vocabulary, crowd.codes)
        self.take(crowd)

    def top(self, position: Position, limit: int = LISTED) -> list[str]:
        """Give the ids of the best, best first."""
        return [self._ids[number] for number in self.find(self._asker.ask(position), limit)]

    @abstractmethod
    def take(self, crowd: Crowd) -> None:
        """Take in everybody's profile."""

    @abstractmethod
    def find(self, asked: Asked, limit: int) -> list[int]:
        """Give the numbers of the best, best first."""
