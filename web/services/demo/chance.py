"""Drawing by lot: every row has a lot of its own, so a larger demo begins with the smaller one."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Shares(Generic[T]):
    """Things and how often each is drawn, beside the others."""

    def __init__(self, shares: Mapping[T, float]) -> None:
        self.things: list[T] = list(shares)
        self.sums: list[float] = list(accumulate(shares.values()))


class Chance(Random):
    """One lot: its draws follow from the seed and the row alone."""

    def happens(self, share: float) -> bool:
        """Say yes in this share of all cases."""
        return self.random() < share

    def draw(self, shares: Shares[T]) -> T:
        """Draw one thing by its share."""
        return self.choices(shares.things, cum_weights=shares.sums)[0]

    def some(self, things: Sequence[T], least: int, most: int) -> list[T]:
        """Draw between `least` and `most` different things, as far as there are so many."""
        return self.sample(things, min(self.randint(least, most), len(things)))


def chance_of(seed: int, kind: str, number: int) -> Chance:
    """Give the lot of one row."""
    return Chance(f"{seed} {kind} {number}")
