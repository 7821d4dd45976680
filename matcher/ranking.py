"""Who, of everyone, may and should fill this post; and the same question from the person's side."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from matcher.coding import Coder
from matcher.errors import OutOfRangeError
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.pool import Pool, Rows
from matcher.query import Query
from matcher.screening import Screening, screen
from matcher.types import Candidate, Match, Position, Verdict
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
    query = Query(position, pool.vocabulary)
    screening = screen(pool, query)
    judge = Judge(query, weights)
    matches: list[Match] = []
    for rows in _groups(screening, Include(include)):
        if limit is not None and len(matches) >= limit:
            break
        end = None if limit is None else offset + limit - len(matches)
        page = best(judge, pool, rows, end)[offset:]
        matches.extend(page)
        offset = max(0, offset - len(rows))
    return Ranking(
        position=position.id,
        engine=ENGINE,
        vocabulary=pool.vocabulary.version,
        weights=weights.version,
        counts=_counts(screening),
        matches=tuple(matches),
    )


def near_misses(position: Position, pool: Pool, limit: int | None = 50) -> tuple[Match, ...]:
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


def best(judge: Judge, pool: Pool, rows: Rows, count: int | None) -> list[Match]:
    """Return the best matches among rows of a pool with one verdict, in order.

    Must-have skills come before points, so those who show more of them are judged in full first, and those
    who show too few to be listed not at all.
    """
    shown = defaultdict(list)
    for row in rows.tolist():
        candidate = pool.at(row)
        shown[judge.must_have_skills(candidate).order].append(candidate)
    found: list[Match] = []
    for order in sorted(shown):
        if count is not None and len(found) >= count:
            break
        found.extend(judge.match(candidate) for candidate in shown[order])
    return sorted(found, key=lambda each: each.order)[:count]


def _groups(screening: Screening, include: Include) -> tuple[Rows, ...]:
    if include is Include.ALL:
        return tuple(screening.rows[verdict] for verdict in Verdict)
    if include is Include.NEAR_MISS:
        return (screening.near_misses,)
    return (screening.rows[Verdict(include.value)],)


def _counts(screening: Screening) -> Counts:
    return Counts(
        eligible=len(screening.rows[Verdict.ELIGIBLE]),
        to_confirm=len(screening.rows[Verdict.TO_CONFIRM]),
        ineligible=len(screening.rows[Verdict.INELIGIBLE]),
        near_miss=len(screening.near_misses),
    )


def _check_page(limit: int | None, offset: int) -> None:
    if limit is not None and limit < 0:
        raise OutOfRangeError("limit", "must not be negative")
    if offset < 0:
        raise OutOfRangeError("offset", "must not be negative")
