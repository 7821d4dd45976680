"""Who, of everyone, may and should fill this post; and the same question from the person's side."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from matcher.coding import Coder
from matcher.columns import Columns, Rows
from matcher.counting import PoolCounts
from matcher.errors import OutOfRangeError
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.matches import Matches, Place
from matcher.pool import Pool
from matcher.query import Query
from matcher.scoring import Keys, key_of, score, tiers_of
from matcher.screening import Screening, screen
from matcher.screening import near_misses as near_misses_of
from matcher.types import Candidate, Match, Position
from matcher.types.match import tie
from matcher.types.ranking import Ranking
from matcher.vocabulary import Vocabulary
from matcher.weights import DEFAULT, Weights

ENGINE = "2"
"""Version of the rules; changes whenever the same input could give another answer."""


class Include(StrEnum):
    """Whom to list."""

    ALL = "all"
    ELIGIBLE = "eligible"
    TO_CONFIRM = "to_confirm"
    NEAR_MISS = "near_miss"
    INELIGIBLE = "ineligible"


def rank(
    position: Position,
    pool: Pool,
    *,
    limit: int | None = 50,
    offset: int = 0,
    include: Include | str = Include.ALL,
    weights: Weights = DEFAULT,
) -> Ranking:
    """List who may fill a position, best first.

    Parameters
    ----------
    position : Position
        What is asked.
    pool : Pool
        Everybody.
    limit : int, optional
        How many to list; None lists all.
    offset : int
        How many of the best to leave out, for the next page.
    include : Include or str
        All verdicts in order, or one of them, or only the near misses.
    weights : Weights
        The maxima of the criteria.

    Returns
    -------
    Ranking
        Ordered by verdict, must-have skills shown, points (low, then high), and a draw keyed by the ids.
        The counts are those of the whole pool. The same input gives the same
        ranking, to the byte, in any process.

    Raises
    ------
    MatcherError
        If limit or offset is negative, or the position names an unknown code.

    Examples
    --------
    >>> pool = Pool.from_candidates([Candidate(id="p1", modes=("remote",)), Candidate(id="p2", modes=())])
    >>> ranking = rank(Position(id="v1", mode="remote"), pool)
    >>> [(match.candidate, match.verdict.value) for match in ranking.matches]
    [('p1', 'eligible'), ('p2', 'ineligible')]
    """
    _check_page(limit, offset)
    judge = Judge(Query(position, pool.vocabulary), weights)
    screenings = [screen(segment, judge.query) for segment in pool.segments]
    end = None if limit is None else offset + limit
    listed: list[Place] = []
    for rows in _groups(pool, screenings, judge.query, Include(include)):
        if end is not None and len(listed) >= end:
            break
        listed += best(judge, pool, rows, None if end is None else end - len(listed))
    return Ranking(
        position=position.id,
        engine=ENGINE,
        vocabulary=pool.vocabulary.version,
        weights=weights.version,
        counts=PoolCounts(pool, screenings, judge.query),
        matches=Matches(judge, listed[offset:]),
    )


def near_misses(position: Position, pool: Pool, limit: int | None = 50) -> Sequence[Match]:
    """List those whom one fixable gate keeps from being possible, best first, each with its fix."""
    return rank(position, pool, limit=limit, include=Include.NEAR_MISS).matches


def match(
    position: Position,
    candidate: Candidate,
    *,
    weights: Weights = DEFAULT,
    vocabulary: Knowledge | None = None,
) -> Match:
    """Judge one person for one position; the same answer as in any ranking.

    Raises
    ------
    UnknownCodeError
        If either names a code that the vocabulary does not have.
    """
    words = vocabulary if vocabulary is not None else Vocabulary.load()
    return Judge(Query(position, words), weights).match(Coder(words).candidate(candidate))


def rank_positions(
    candidate: Candidate,
    positions: Iterable[Position],
    *,
    limit: int | None = 50,
    weights: Weights = DEFAULT,
    vocabulary: Knowledge | None = None,
) -> tuple[Match, ...]:
    """List the positions that one person may fill, best first, in the same order as people for a position."""
    _check_page(limit, 0)
    words = vocabulary if vocabulary is not None else Vocabulary.load()
    coded = Coder(words).candidate(candidate)
    found = [Judge(Query(position, words), weights).match(coded) for position in positions]
    return tuple(sorted(found, key=lambda each: each.order)[:limit])


def best(judge: Judge, pool: Pool, rows: Sequence[Rows], count: int | None) -> list[Place]:
    """Return the best people among rows of one verdict, given for each segment of a pool, in order."""
    people = [Columns(segment.index, some) for segment, some in zip(pool.segments, rows, strict=True)]
    if count is not None and count < sum(map(len, people)):
        people = _of_the_best_tiers(people, judge, count)
    keys = np.concatenate([score(each, judge) for each in people])
    chosen = _first(keys, count)
    in_order = chosen[np.argsort(keys[chosen], kind="stable")]
    return _drawn(judge, keys[in_order], _places(people, in_order))[:count]


def _of_the_best_tiers(people: Sequence[Columns], judge: Judge, count: int) -> list[Columns]:
    """Leave out whoever cannot be among so many, as too many show more of the must-have skills."""
    tiers = [tiers_of(each, judge) for each in people]
    every = np.concatenate(tiers)
    last = np.partition(every, count - 1)[count - 1] if count else -1
    return [each.take(np.flatnonzero(its <= last)) for each, its in zip(people, tiers, strict=True)]


def _first(keys: Keys, count: int | None) -> NDArray[np.int64]:
    """Return where the smallest keys stand, with all that are equal to the last."""
    if count is None or count >= len(keys):
        return np.arange(len(keys))
    last = np.partition(keys, count - 1)[count - 1] if count else -1
    return np.flatnonzero(keys <= last)


def _places(people: Sequence[Columns], chosen: NDArray[np.int64]) -> list[Place]:
    """Return who stands where in several columns, one after the other."""
    starts = np.cumsum([0, *map(len, people)])
    of = np.searchsorted(starts, chosen, "right") - 1
    within = chosen - starts[of]
    return [
        (people[i].index, int(people[i].row_numbers[j]))
        for i, j in zip(of.tolist(), within.tolist(), strict=True)
    ]


def _drawn(judge: Judge, keys: Keys, places: list[Place]) -> list[Place]:
    """Draw the order of those whose keys are equal; `keys` are in order."""
    equal = np.flatnonzero(keys[1:] == keys[:-1])
    if not len(equal):
        return places
    in_draw = set(equal.tolist()) | set((equal + 1).tolist())
    draws = {i: _tie(judge, places[i]) for i in in_draw}
    order = sorted(range(len(places)), key=lambda i: (keys[i], draws.get(i, b"")))
    return [places[i] for i in order]


def _tie(judge: Judge, place: Place) -> bytes:
    index, row = place
    return tie(judge.query.position.id, index.table.text("id", row) or "")


def places_of(matches: Sequence[Match], pool: Pool, judge: Judge) -> list[int]:
    """Return the place in the whole list that each of one person's possible matches would have.

    Parameters
    ----------
    matches : sequence of Match
        Of one person and the position of the judge, as things might be; at least one.
    pool : Pool
        Everybody else; the person's own row is left out.
    judge : Judge
        Of the position.
    """
    who, position = matches[0].candidate, judge.query.position.id
    others = pool.remove(who) if who in pool else pool
    screenings = [screen(segment, judge.query) for segment in others.segments]
    last = max(match.verdict.place for match in matches)
    groups = []
    for rows in islice(_groups(others, screenings, judge.query, Include.ALL), last + 1):
        people = [Columns(segment.index, some) for segment, some in zip(others.segments, rows, strict=True)]
        groups.append((np.concatenate([score(each, judge) for each in people]), people))
    places = []
    for match in matches:
        above = sum(len(keys) for keys, _ in groups[: match.verdict.place])
        keys, people = groups[match.verdict.place]
        own = key_of(match)
        equal = _places(people, np.flatnonzero(keys == own))
        drawn = sum(_tie(judge, each) < tie(position, who) for each in equal)
        places.append(1 + above + int((keys < own).sum()) + drawn)
    return places


def _groups(
    pool: Pool, screenings: Sequence[Screening], query: Query, include: Include
) -> Iterator[list[Rows]]:
    """Give the rows of each verdict to list, for each segment of the pool."""
    if include in {Include.ALL, Include.ELIGIBLE}:
        yield [each.eligible for each in screenings]
    if include in {Include.ALL, Include.TO_CONFIRM}:
        yield [each.to_confirm for each in screenings]
    if include is Include.NEAR_MISS:
        yield [near_misses_of(segment, query) for segment in pool.segments]
    if include in {Include.ALL, Include.INELIGIBLE}:
        yield [
            np.setdiff1d(segment.rows, each.possible, assume_unique=True)
            for segment, each in zip(pool.segments, screenings, strict=True)
        ]


def _check_page(limit: int | None, offset: int) -> None:
    if limit is not None and limit < 0:
        raise OutOfRangeError("limit", "must not be negative")
    if offset < 0:
        raise OutOfRangeError("offset", "must not be negative")
