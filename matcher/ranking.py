"""Who, of everyone, may and should fill this post; and the same question from the person's side."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

import numpy as np

from matcher.coding import Coder
from matcher.columns import Columns, Rows
from matcher.errors import OutOfRangeError
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.matches import Matches, Place
from matcher.pool import Pool
from matcher.query import Query
from matcher.scoring import key_of, score
from matcher.screening import Screening, screen
from matcher.types import Candidate, Match, Position
from matcher.types.match import tie
from matcher.types.ranking import Counts, Ranking
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
    for rows in _groups(pool, screenings, Include(include)):
        if end is not None and len(listed) >= end:
            break
        listed += best(judge, pool, rows, None if end is None else end - len(listed))
    return Ranking(
        position=position.id,
        engine=ENGINE,
        vocabulary=pool.vocabulary.version,
        weights=weights.version,
        counts=_counts(pool, screenings),
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
    columns = [Columns(segment.index, some) for segment, some in zip(pool.segments, rows, strict=True)]
    keys = np.concatenate([score(each, judge) for each in columns])
    places = [(each.index, row) for each in columns for row in each.row_numbers.tolist()]
    chosen = np.argsort(keys, kind="stable")
    if count is not None and count < len(keys):
        # Whoever is equal to the last one to list takes part in the draw.
        chosen = (
            chosen[: np.searchsorted(keys[chosen], keys[chosen[count - 1]], "right")] if count else chosen[:0]
        )
    ordered = sorted(chosen.tolist(), key=lambda i: (keys[i], _tie(judge, places[i])))
    return [places[i] for i in ordered[:count]]


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
    for rows in islice(_groups(others, screenings, Include.ALL), last + 1):
        columns = [Columns(segment.index, some) for segment, some in zip(others.segments, rows, strict=True)]
        keys = np.concatenate([score(each, judge) for each in columns])
        groups.append((keys, [(each.index, row) for each in columns for row in each.row_numbers.tolist()]))
    places = []
    for match in matches:
        above = sum(len(keys) for keys, _ in groups[: match.verdict.place])
        keys, people = groups[match.verdict.place]
        own = key_of(match)
        equal = (people[i] for i in np.flatnonzero(keys == own).tolist())
        drawn = sum(_tie(judge, each) < tie(position, who) for each in equal)
        places.append(1 + above + int((keys < own).sum()) + drawn)
    return places


def _groups(pool: Pool, screenings: Sequence[Screening], include: Include) -> Iterator[list[Rows]]:
    """Give the rows of each verdict to list, for each segment of the pool."""
    if include in {Include.ALL, Include.ELIGIBLE}:
        yield [each.eligible for each in screenings]
    if include in {Include.ALL, Include.TO_CONFIRM}:
        yield [each.to_confirm for each in screenings]
    if include is Include.NEAR_MISS:
        yield [each.near_misses for each in screenings]
    if include in {Include.ALL, Include.INELIGIBLE}:
        yield [
            np.setdiff1d(segment.rows, np.concatenate([each.eligible, each.to_confirm]), assume_unique=True)
            for segment, each in zip(pool.segments, screenings, strict=True)
        ]


def _counts(pool: Pool, screenings: Sequence[Screening]) -> Counts:
    eligible = sum(len(each.eligible) for each in screenings)
    to_confirm = sum(len(each.to_confirm) for each in screenings)
    return Counts(
        eligible=eligible,
        to_confirm=to_confirm,
        ineligible=len(pool) - eligible - to_confirm,
        near_miss=sum(len(each.near_misses) for each in screenings),
    )


def _check_page(limit: int | None, offset: int) -> None:
    if limit is not None and limit < 0:
        raise OutOfRangeError("limit", "must not be negative")
    if offset < 0:
        raise OutOfRangeError("offset", "must not be negative")
