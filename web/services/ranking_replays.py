"""Computing a stored ranking again and comparing it with what is stored, byte for byte."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from web.queries.stored_rankings import (
    StoredMatch,
    StoredRanking,
    UnreadableRankingError,
    find_stored_ranking,
    list_stored_matches,
)
from web.services.canonical import canonical, digest_of, first_difference
from web.services.matching import (
    Candidate,
    Match,
    MatcherError,
    Obstacle,
    Section,
    Versions,
    candidate_from,
    find_obstacle,
    rank_again,
)
from web.services.ranking_checks import Difference, SpoiltError, are_of_another_key, check_ranking, read_json

_READ = "what was read of them"


@dataclass(frozen=True)
class Replay:
    """What came of computing one ranking again; nobody is compared where there is an obstacle.

    `same` says how many people stand as they stood, for the same reasons. There is no `ranking` where its
    row cannot be read.
    """

    number: int
    ranking: StoredRanking | None
    differences: tuple[Difference, ...]
    compared: int = 0
    same: int = 0
    obstacle: Obstacle | None = None
    has_other_pseudonyms: bool = False


def replay_ranking(session: Session, *, number: int) -> Replay | None:
    """Judge everybody again by what was read of them then, and compare what is stored; None if nothing is."""
    try:
        ranking = find_stored_ranking(session, number=number)
    except UnreadableRankingError:
        return Replay(number, None, (Difference("its row cannot be read"),))
    if ranking is None:
        return None
    stored = list_stored_matches(session, ranking_id=number)
    obstacle = _find_obstacle(ranking, stored)
    # Where it cannot be computed, it can still be told whether it was changed after it was stored.
    judged, found = ([], _compare_stored(ranking, stored)) if obstacle else _judge(ranking, stored)
    differences = sorted([*check_ranking(session, ranking, stored), *found], key=lambda each: each.place or 0)
    return Replay(
        number=number,
        ranking=ranking,
        differences=tuple(differences),
        compared=0 if obstacle else len(stored),
        same=len({row.place for row in judged} - {each.place for each in differences}),
        obstacle=obstacle,
        has_other_pseudonyms=are_of_another_key(session, ranking, stored),
    )


def _versions(ranking: StoredRanking) -> Versions:
    return Versions(ranking.engine, ranking.vocabulary, ranking.weights)


def _find_obstacle(ranking: StoredRanking, stored: Sequence[StoredMatch]) -> Obstacle | None:
    if obstacle := find_obstacle(_versions(ranking)):
        return obstacle
    # Before candidate versions were kept, nobody had one.
    return Obstacle.INPUTS if stored and all(row.read is None for row in stored) else None


def _compare_stored(ranking: StoredRanking, stored: Sequence[StoredMatch]) -> list[Difference]:
    bodies, differences = [], []
    for row in stored:
        try:
            bodies.append(read_json(row.body))
        except SpoiltError as error:
            differences.append(Difference.at(row, f"body: {error}"))
    return differences or _compare_seal(ranking, bodies)


def _compare_seal(ranking: StoredRanking, bodies: list[Any]) -> list[Difference]:
    # The digest covers everybody, so it cannot be computed without those who were erased.
    if ranking.erased:
        return []
    try:
        is_same = digest_of([read_json(ranking.position), bodies]) == ranking.digest
    except SpoiltError:
        return []  # which the checks name
    return [] if is_same else [Difference("the digest")]


def _judge(
    ranking: StoredRanking, stored: Sequence[StoredMatch]
) -> tuple[list[StoredMatch], list[Difference]]:
    """Give who could be judged again, and what differs."""
    people, differences = _read_people(stored)
    try:
        again = rank_again(read_json(ranking.position), people, _versions(ranking))
    except SpoiltError:
        return [], differences  # the position, which the checks name
    except MatcherError as error:
        return [], [*differences, Difference(f"position{'.' if error.field else ': '}{error}")]
    for row in stored:
        if refusal := again.refused.get(str(row.professional_id)):
            differences.append(Difference.at(row, f"{_READ}: {refusal}"))
    judged = _Now.of(stored, again.matches)
    differences += [Difference.at(row, what) for row, now in judged for what in now.differences(row)]
    if len(judged) == len(stored):
        differences += _compare_seal(ranking, [found.to_json() for _, found in again.matches])
    return [row for row, _ in judged], differences


def _read_people(stored: Sequence[StoredMatch]) -> tuple[list[Candidate], list[Difference]]:
    people, differences = [], []
    for row in stored:
        try:
            people.append(_candidate(row))
        except (MatcherError, SpoiltError) as error:
            differences.append(Difference.at(row, f"{_READ}: {error}"))
    return people, differences


def _candidate(row: StoredMatch) -> Candidate:
    if row.read is None:
        raise SpoiltError("it is gone")
    body = read_json(row.read)
    if digest_of(body) != row.read_digest:
        raise SpoiltError("it is not what its digest is of")
    return candidate_from(row.professional_id, body)


@dataclass(frozen=True)
class _Now:
    """A match as it is computed today, in the place that is its own among those who are left."""

    place: int
    section: str
    low: int
    high: int
    body: dict[str, Any]

    @classmethod
    def of(
        cls, stored: Sequence[StoredMatch], matches: Sequence[tuple[Section, Match]]
    ) -> list[tuple[StoredMatch, "_Now"]]:
        """Give those who were judged, each with what came of it."""
        numbers = {int(found.candidate) for _, found in matches}
        rows = [row for row in stored if row.professional_id in numbers]
        now = {
            int(found.candidate): cls(row.place, section, found.low, found.high, found.to_json())
            for row, (section, found) in zip(rows, matches, strict=True)
        }
        return [(row, now[row.professional_id]) for row in rows]

    def differences(self, stored: StoredMatch) -> Iterator[str]:
        for column in ("place", "section", "low", "high"):
            if getattr(self, column) != getattr(stored, column):
                yield column
        try:
            place = first_difference(read_json(stored.body), json.loads(canonical(self.body)), "body")
        except SpoiltError as error:
            place = f"body: {error}"
        if place:
            yield place
