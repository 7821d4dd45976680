"""Computing a stored ranking again and comparing it with what is stored, byte for byte."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from web.models.ranking import Match, Ranking
from web.queries.rankings import StoredMatch, list_stored_matches
from web.services.canonical import canonical, digest_of, first_difference
from web.services.matching import (
    Candidate,
    MatcherError,
    Obstacle,
    Versions,
    candidate_from,
    find_obstacle,
    rank_again,
)


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was computed: in the row of one person, or, without a person, in the list.

    `what` names the place in the row, never what stands there.
    """

    what: str
    place: int | None = None
    reference: str = ""


@dataclass(frozen=True)
class Replay:
    """What came of computing one ranking again; nobody is compared where there is an obstacle."""

    ranking: Ranking
    compared: int
    differences: tuple[Difference, ...]
    obstacle: Obstacle | None = None

    @property
    def same(self) -> int:
        """How many people stand as they stood, for the same reasons."""
        return self.compared - len({found.reference for found in self.differences if found.reference})


class _ChangedInputsError(ValueError):
    """What is kept of a person is not what the ranking was made from."""


def replay_ranking(session: Session, *, ranking: Ranking) -> Replay:
    """Judge everybody again by what was read of them then, and compare places, reasons and digest."""
    stored = list_stored_matches(session, ranking_id=ranking.id)
    gone = _count_differences(ranking, stored)
    if obstacle := _find_obstacle(ranking, stored):
        # It cannot be computed; whether it was changed after it was stored can still be told.
        seal = _seal_differences(ranking, [row.match.body for row in stored])
        return Replay(ranking, 0, (*gone, *seal), obstacle)
    return Replay(ranking, len(stored), (*gone, *_judge(ranking, stored)))


def _versions(ranking: Ranking) -> Versions:
    return Versions(ranking.engine, ranking.vocabulary, ranking.weights)


def _find_obstacle(ranking: Ranking, stored: Sequence[StoredMatch]) -> Obstacle | None:
    if obstacle := find_obstacle(_versions(ranking)):
        return obstacle
    # Before candidate versions were kept, nobody had one.
    return Obstacle.INPUTS if stored and all(row.read is None for row in stored) else None


def _count_differences(ranking: Ranking, stored: Sequence[StoredMatch]) -> Iterator[Difference]:
    expected = ranking.listed - ranking.erased
    if len(stored) != expected:
        yield Difference(f"{len(stored)} people where there must be {expected}")


def _seal_differences(ranking: Ranking, bodies: list[dict[str, Any]]) -> Iterator[Difference]:
    # The digest covers everybody, so it cannot be computed without those who were erased.
    if not ranking.erased and digest_of([ranking.position, bodies]) != ranking.digest:
        yield Difference("the digest")


def _judge(ranking: Ranking, stored: Sequence[StoredMatch]) -> Iterator[Difference]:
    people: list[Candidate] = []
    for row in stored:
        try:
            people.append(_candidate(row))
        except (MatcherError, _ChangedInputsError) as error:
            yield _difference(row, f"what was read of them: {error}")
    try:
        again = rank_again(ranking.position, people, _versions(ranking))
    except MatcherError as error:
        yield Difference(f"the position, or what was read of somebody: {error}")
        return
    judged = {int(person.id) for person in people}
    rows = [row for row in stored if row.match.professional_id in judged]
    now = {
        int(found.candidate): _Now(row.match.place, section, found.low, found.high, found.to_json())
        for row, (section, found) in zip(rows, again, strict=True)
    }
    for row in rows:
        changes = now[row.match.professional_id].differences(row.match)
        yield from (_difference(row, what) for what in changes)
    if len(people) == len(stored):
        yield from _seal_differences(ranking, [each.body for each in now.values()])


def _candidate(row: StoredMatch) -> Candidate:
    if row.read is None:
        raise _ChangedInputsError("it is gone")
    if digest_of(row.read.body) != row.read.digest:
        raise _ChangedInputsError("it is not what its digest is of")
    return candidate_from(row.match.professional_id, row.read.body)


@dataclass(frozen=True)
class _Now:
    """A match as it is computed today, in the place that is its own among those who are left."""

    place: int
    section: str
    low: int
    high: int
    body: dict[str, Any]

    def differences(self, stored: Match) -> Iterator[str]:
        for column in ("place", "section", "low", "high"):
            if getattr(self, column) != getattr(stored, column):
                yield column
        if place := first_difference(stored.body, json.loads(canonical(self.body)), "body"):
            yield place


def _difference(row: StoredMatch, what: str) -> Difference:
    return Difference(what, row.match.place, row.reference)
