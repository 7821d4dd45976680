"""The matches of a list, each judged when it is first read."""

from collections.abc import Sequence
from typing import overload

from matcher.judging import Judge
from matcher.listing import Place
from matcher.types import Match


class Matches(Sequence[Match]):
    """
    Matches in order. Who stands where is settled; the reasons are found when a match is read, and kept.

    Parameters
    ----------
    judge : Judge
        Of the position.
    places : sequence of Place
        Best first.
    """

    def __init__(self, judge: Judge, places: Sequence[Place]) -> None:
        self._judge = judge
        self._places = places
        self._read: dict[int, Match] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Match: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Match, ...]: ...
    def __getitem__(self, place: int | slice) -> Match | tuple[Match, ...]:
        places = range(len(self._places))[place]
        return self._match(places) if isinstance(places, int) else tuple(map(self._match, places))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @property
    def candidates(self) -> tuple[str, ...]:
        """The ids, best first, without judging anybody."""
        return tuple(place.candidate for place in self._places)

    def _match(self, place: int) -> Match:
        if place not in self._read:
            who = self._places[place]
            self._read[place] = self._judge.match(who.among.candidate(who.row))
        return self._read[place]
