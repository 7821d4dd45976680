"""What would change this: single lawful acts, each with the verdict and points it would lead to."""

from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from matcher.acts import ACTS
from matcher.coding import Coder
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.pool import Pool
from matcher.query import Query
from matcher.ranking import places_of
from matcher.reasons import Action
from matcher.types import Candidate, Match, Position, State
from matcher.types.match import POINT
from matcher.vocabulary import Vocabulary
from matcher.weights import DEFAULT, Weights


@dataclass(frozen=True, slots=True)
class Change:
    """One act and what it would lead to.

    Attributes
    ----------
    action : Action
        What is done.
    values : dict
        To what; the codes of `Action` say which values come with each.
    match : Match
        As it would be afterwards.
    gain : int
        Hundredths of points at the low end; never negative for an act worth naming.
    rank : int or None
        The new place among the pool, 1 for the first; None without a pool.
    """

    action: Action
    values: dict[str, Any]
    match: Match
    gain: int
    rank: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the act with the verdict and score it leads to."""
        return {
            "action": self.action.value,
            "values": self.values,
            "verdict": self.match.verdict.value,
            "score": list(self.match.score),
            "gain": self.gain / POINT,
            "rank": self.rank,
        }


def what_would_change(
    position: Position,
    candidate: Candidate,
    pool: Pool | None = None,
    *,
    weights: Weights = DEFAULT,
    vocabulary: Knowledge | None = None,
) -> tuple[Change, ...]:
    """Try every single lawful act and return those that help and harm nothing.

    To help is a better place, or a gate nearer to met. Where several acts are needed, none is named for what
    only all of them together would settle.

    Parameters
    ----------
    position : Position
        What is asked.
    candidate : Candidate
        Who asks.
    pool : Pool, optional
        Everybody, to tell the new place; it does not have to hold the candidate.
    weights : Weights
        The maxima of the criteria.
    vocabulary : Knowledge, optional
        The pool's, or ours.

    Returns
    -------
    tuple of Change
        In the order in which the matches they lead to would stand in a list.
    """
    words = vocabulary if vocabulary is not None else pool.vocabulary if pool else Vocabulary.load()
    judge = Judge(Query(position, words), weights)
    coded = Coder(words).candidate(candidate)
    before = judge.match(coded)
    changes = []
    for act in chain.from_iterable(acts(judge.query, coded) for acts in ACTS):
        after = judge.match(act.after)
        if _helps(after, before):
            changes.append(Change(act.action, act.values, after, after.low - before.low))
    changes.sort(key=lambda change: change.match.order)
    if pool is None or not changes:
        return tuple(changes)
    places = places_of([change.match for change in changes], pool, judge)
    return tuple(replace(change, rank=place) for change, place in zip(changes, places, strict=True))


_DISTANCES = {State.MET: 0, State.UNKNOWN: 1, State.NOT_MET: 2}


def _helps(after: Match, before: Match) -> bool:
    """Say whether the place is better or a gate nearer to met, and no gate further from it."""
    pairs = zip(after.gates, before.gates, strict=True)
    moves = [_DISTANCES[new.state] - _DISTANCES[old.state] for new, old in pairs]
    return max(moves) <= 0 and (min(moves) < 0 or after.order < before.order)
