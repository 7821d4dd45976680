"""A pool in parts, each ranked by itself, and the parts put together again: exactly the list of the whole.

A person's key depends on them and the position alone (see `matcher.judging`), so the best of the whole are
among the best of the parts. That is the seam between one machine and many: an executor sends positions to
where the parts are and merges what comes back.
"""

from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import islice
from typing import NamedTuple

import numpy as np

from matcher.judging import Judge
from matcher.listing import Include, list_best
from matcher.pool import Pool
from matcher.query import Query
from matcher.scoring import points_of
from matcher.types import Position
from matcher.types.match import POINT, tie
from matcher.weights import DEFAULT, Weights


class Entry(NamedTuple):
    """
    One person in a shortlist; entries of one position are ordered as the whole list is.

    Attributes
    ----------
    verdict : int
        0 eligible, 1 to confirm, 2 ineligible.
    key : int
        See `matcher.scoring`.
    draw : bytes
        Between equals.
    candidate : str
        The id.
    """

    verdict: int
    key: int
    draw: bytes
    candidate: str

    @property
    def score(self) -> tuple[float, float]:
        """Points from 0.00 to 100.00, low and high end."""
        low, high = points_of(self.key)
        return low / POINT, high / POINT


class Shortlist(NamedTuple):
    """The best for one position, and how many of everybody are eligible and to confirm."""

    position: str
    eligible: int
    to_confirm: int
    people: int
    entries: tuple[Entry, ...]


def part_of(pool: Pool, number: int, parts: int) -> Pool:
    """Return every so-manieth person of a pool, of every kind alike, so that parts take equally long.

    Parameters
    ----------
    pool : Pool
        The whole.
    number : int
        Which part, from 0.
    parts : int
        How many there are.
    """
    table = pool.people
    return Pool.of_table(table.take(np.arange(number, len(table), parts)))


def match_partition(
    pool: Pool, positions: Iterable[Position], k: int = 50, weights: Weights = DEFAULT
) -> list[Shortlist]:
    """Return the best `k` of a pool, or of a part of one, for each position.

    Raises
    ------
    UnknownCodeError
        If a position names a code that the vocabulary does not have.
    """
    return [_shortlist(pool, position, k, weights) for position in positions]


def merge_topk(shortlists: Sequence[Shortlist], k: int = 50) -> Shortlist:
    """Return the shortlist of the whole from those of all its parts, for one position."""
    first = shortlists[0]
    return Shortlist(
        first.position,
        sum(each.eligible for each in shortlists),
        sum(each.to_confirm for each in shortlists),
        sum(each.people for each in shortlists),
        tuple(islice(merge(*(each.entries for each in shortlists)), k)),
    )


def _shortlist(pool: Pool, position: Position, k: int, weights: Weights) -> Shortlist:
    judge = Judge(Query(position, pool.vocabulary), weights)
    listing = list_best(judge, pool, k, Include.ALL)
    entries = [
        Entry(place.verdict.place, place.key, tie(position.id, place.candidate), place.candidate)
        for place in listing.places
    ]
    return Shortlist(
        position.id,
        sum(len(each.eligible) for each in listing.screenings),
        sum(len(each.to_confirm) for each in listing.screenings),
        len(pool),
        tuple(entries),
    )
