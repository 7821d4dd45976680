"""Who stands where in a list, before anybody is judged in full."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Index, Rows
from matcher.judging import Judge
from matcher.pool import Pool
from matcher.query import Query
from matcher.scoring import Keys, score, tiers_of
from matcher.screening import Screening, near_misses, screen
from matcher.types import Verdict
from matcher.types.match import tie


class Include(StrEnum):
    """Whom to list."""

    ALL = "all"
    ELIGIBLE = "eligible"
    TO_CONFIRM = "to_confirm"
    NEAR_MISS = "near_miss"
    INELIGIBLE = "ineligible"


class Place(NamedTuple):
    """Somebody in a list: the verdict, the key within it, and where they stand in a pool."""

    verdict: Verdict
    key: int
    among: Index
    row: int

    @property
    def candidate(self) -> str:
        """The id."""
        return self.among.table.text("id", self.row) or ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Who stands where for one position.

    Attributes
    ----------
    screenings : list of Screening
        Who is possible, for each segment of the pool.
    places : list of Place
        Best first.
    """

    screenings: list[Screening]
    places: list[Place]


def list_best(judge: Judge, pool: Pool, count: int | None, include: Include) -> Listing:
    """Put so many of a pool in order, or everybody."""
    screenings = [screen(segment, judge.query) for segment in pool.segments]
    places: list[Place] = []
    for verdict, people in groups_of(pool, screenings, judge.query, include):
        if count is not None and len(places) >= count:
            break
        places += _best(judge, people, verdict, None if count is None else count - len(places))
    return Listing(screenings, places)


def groups_of(
    pool: Pool, screenings: Sequence[Screening], query: Query, include: Include
) -> Iterator[tuple[Verdict, list[Columns]]]:
    """Give the people of each verdict to list, for each segment of the pool."""
    if include in {Include.ALL, Include.ELIGIBLE}:
        yield Verdict.ELIGIBLE, _columns(pool, [each.eligible for each in screenings])
    if include in {Include.ALL, Include.TO_CONFIRM}:
        yield Verdict.TO_CONFIRM, _columns(pool, [each.to_confirm for each in screenings])
    if include is Include.NEAR_MISS:
        yield Verdict.INELIGIBLE, _columns(pool, [near_misses(each, query) for each in pool.segments])
    if include in {Include.ALL, Include.INELIGIBLE}:
        others = [
            np.setdiff1d(segment.rows, each.possible, assume_unique=True)
            for segment, each in zip(pool.segments, screenings, strict=True)
        ]
        yield Verdict.INELIGIBLE, _columns(pool, others)


def keys_of(people: Sequence[Columns], judge: Judge) -> Keys:
    """Score people of one verdict, one set of columns after the other."""
    return np.concatenate([score(each, judge) for each in people])


def places_at(
    people: Sequence[Columns], chosen: NDArray[np.int64], verdict: Verdict, keys: Keys
) -> list[Place]:
    """Return who stands at some places of several columns, one after the other."""
    starts = np.array([0, *map(len, people)]).cumsum()
    of = starts.searchsorted(chosen, "right") - 1
    within = (chosen - starts[of]).tolist()
    found = zip(of.tolist(), within, keys[chosen].tolist(), strict=True)
    return [Place(verdict, key, people[i].index, int(people[i].row_numbers[j])) for i, j, key in found]


def _columns(pool: Pool, rows: Sequence[Rows]) -> list[Columns]:
    return [Columns(segment.index, some) for segment, some in zip(pool.segments, rows, strict=True)]


def _best(judge: Judge, people: list[Columns], verdict: Verdict, count: int | None) -> list[Place]:
    """Return so many of the people of one verdict, the best first."""
    if count is not None and count < sum(map(len, people)):
        people = _of_the_best_tiers(people, judge, count)
    keys = keys_of(people, judge)
    first = _smallest(keys, count)
    in_order = first[keys[first].argsort(kind="stable")]
    return _drawn(judge.query.position.id, places_at(people, in_order, verdict, keys))[:count]


def _of_the_best_tiers(people: Sequence[Columns], judge: Judge, count: int) -> list[Columns]:
    """Leave out whoever cannot be among so many, as too many show more of the must-have skills."""
    tiers = [tiers_of(each, judge) for each in people]
    within = _limit(np.concatenate(tiers), count)
    return [each.take((its <= within).nonzero()[0]) for each, its in zip(people, tiers, strict=True)]


def _smallest(keys: Keys, count: int | None) -> NDArray[np.int64]:
    """Return where the smallest keys stand, with all that are equal to the last of them."""
    if count is None or count >= len(keys):
        return np.arange(len(keys))
    return (keys <= _limit(keys, count)).nonzero()[0]


def _limit(keys: Keys, count: int) -> int:
    """Return the last key of so many, in order; -1 for none."""
    return int(np.partition(keys, count - 1)[count - 1]) if count else -1


def _drawn(position: str, places: list[Place]) -> list[Place]:
    """Draw the order of those who are equal; the others are in order already."""
    keys = [place.key for place in places]
    if len(set(keys)) == len(keys):
        return places
    many = {key for key, equal in Counter(keys).items() if equal > 1}
    draws = [tie(position, each.candidate) if each.key in many else b"" for each in places]
    order = sorted(range(len(places)), key=lambda i: (keys[i], draws[i]))
    return [places[i] for i in order]
