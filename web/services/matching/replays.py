"""Ranking again the people of a stored list, by what was read of them then."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matcher import ENGINE, Candidate, Match, MatcherError, Position, Verdict, Vocabulary, rank, weights_of
from matcher.errors import UnknownWeightsError
from matcher.pool import PoolBuilder
from web.services.matching.sections import Section, Versions
from web.services.vocabulary import current_vocabulary

_SECTIONS = {Verdict.ELIGIBLE: Section.ELIGIBLE, Verdict.TO_CONFIRM: Section.TO_CONFIRM}


class Obstacle(StrEnum):
    """Why this release cannot compute a stored ranking again."""

    ENGINE = "engine"
    VOCABULARY = "vocabulary"
    WEIGHTS = "weights"
    INPUTS = "inputs"


def find_obstacle(versions: Versions) -> Obstacle | None:
    """Say which of the versions that made a ranking is not to be had here."""
    if versions.engine != ENGINE:
        return Obstacle.ENGINE
    if _find_vocabulary(versions.vocabulary) is None:
        return Obstacle.VOCABULARY
    try:
        weights_of(versions.weights)
    except UnknownWeightsError:
        return Obstacle.WEIGHTS
    return None


@dataclass(frozen=True)
class RankedAgain:
    """People in the order of a stored list, and, by id, what is wrong with who cannot be in one."""

    matches: tuple[tuple[Section, Match], ...]
    refused: dict[str, MatcherError]


def rank_again(position: Any, people: Iterable[Candidate], versions: Versions) -> RankedAgain:
    """Rank people for a position as the versions named would have.

    Raises MatcherError for what is no position.
    """
    words = _find_vocabulary(versions.vocabulary)
    assert words is not None, "whoever asks looks for obstacles first"
    asked, builder, refused = Position.from_json(position), PoolBuilder(words), {}
    for person in people:
        try:
            builder.add(person)
        except MatcherError as error:
            refused[person.id] = error
    ranking = rank(asked, builder.build(), limit=None, weights=weights_of(versions.weights))
    return RankedAgain(tuple((_section_of(found), found) for found in ranking.matches), refused)


def _section_of(found: Match) -> Section:
    other = Section.NEAR_MISS if found.is_near_miss else Section.INELIGIBLE
    return _SECTIONS.get(found.verdict, other)


def _find_vocabulary(version: str) -> Vocabulary | None:
    """Find the vocabulary in use, or our own lists without what was imported; others are not at hand."""
    at_hand = (current_vocabulary(), Vocabulary.load())
    return next((words for words in at_hand if words.version == version), None)
