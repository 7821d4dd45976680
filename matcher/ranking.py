"""Who, of everyone, may and should fill this post; and the same question from the person's side."""

from collections.abc import Iterable, Sequence
from itertools import islice

from matcher.coding import Coder
from matcher.counting import PoolCounts
from matcher.errors import OutOfRangeError, UnknownChoiceError
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.listing import Include, groups_of, keys_of, list_best, places_at
from matcher.matches import Matches
from matcher.pool import Pool
from matcher.query import Query
from matcher.scoring import key_of
from matcher.screening import screen
from matcher.types import Candidate, Match, Position
from matcher.types.match import tie
from matcher.types.ranking import Ranking
from matcher.vocabulary import Vocabulary
from matcher.weights import DEFAULT, Weights

ENGINE = "2"
"""Version of the rules; changes whenever the same input could give another answer."""


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
        If limit or offset is negative, there is no such verdict to include, or the position names an unknown
        code.

    Examples
    --------
    >>> pool = Pool.from_candidates([Candidate(id="p1", modes=("remote",)), Candidate(id="p2", modes=())])
    >>> ranking = rank(Position(id="v1", mode="remote"), pool)
    >>> [(match.candidate, match.verdict.value) for match in ranking.matches]
    [('p1', 'eligible'), ('p2', 'ineligible')]
    """
    _check_page(limit, offset)
    judge = Judge(Query(position, pool.vocabulary), weights)
    listing = list_best(judge, pool, None if limit is None else offset + limit, _include(include))
    return Ranking(
        position=position.id,
        engine=ENGINE,
        vocabulary=pool.vocabulary.version,
        weights=weights.version,
        counts=PoolCounts(pool, listing.screenings, judge.query),
        matches=Matches(judge, listing.places[offset:]),
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
    """List the positions that one person may fill, best first.

    Each is judged exactly as in a list of people for it, the person's own wishes among the criteria, so both
    sides see one figure. The order is that of `Match.order_for_person`: by shares of what each position asks.
    """
    _check_page(limit, 0)
    words = vocabulary if vocabulary is not None else Vocabulary.load()
    coded = Coder(words).candidate(candidate)
    found = [Judge(Query(position, words), weights).match(coded) for position in positions]
    return tuple(sorted(found, key=lambda each: each.order_for_person)[:limit])


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
    groups = islice(groups_of(others, screenings, judge.query, Include.ALL), last + 1)
    scored = [(verdict, people, keys_of(people, judge)) for verdict, people in groups]
    places = []
    for match in matches:
        above = sum(len(keys) for *_, keys in scored[: match.verdict.place])
        verdict, people, keys = scored[match.verdict.place]
        own = key_of(match)
        equal = places_at(people, (keys == own).nonzero()[0], verdict, keys)
        drawn = sum(tie(position, each.candidate) < tie(position, who) for each in equal)
        places.append(1 + above + int((keys < own).sum()) + drawn)
    return places


def _include(word: Include | str) -> Include:
    try:
        return Include(word)
    except ValueError:
        rule = f"must be one of {', '.join(sorted(Include))}"
        raise UnknownChoiceError("include", rule) from None


def _check_page(limit: int | None, offset: int) -> None:
    if limit is not None and limit < 0:
        raise OutOfRangeError("limit", "must not be negative")
    if offset < 0:
        raise OutOfRangeError("offset", "must not be negative")
