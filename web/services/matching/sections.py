"""One vacancy against everybody: the sections of a ranked list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from matcher import DEFAULT, ENGINE, Include, Match, rank
from web.models.vacancy import Vacancy
from web.services.canonical import digest_of
from web.services.matching.inputs import Inputs, inputs_of
from web.services.matching.pools import current_pool
from web.services.matching.positions import position_of
from web.services.vocabulary import current_vocabulary


class Section(StrEnum):
    """The parts of a ranked list. People who are not possible are counted, not listed."""

    ELIGIBLE = "eligible"
    TO_CONFIRM = "to_confirm"
    NEAR_MISS = "near_miss"
    INELIGIBLE = "ineligible"


# How many of each section are kept and shown.
KEPT = {Section.ELIGIBLE: 200, Section.TO_CONFIRM: 100, Section.NEAR_MISS: 50}


@dataclass(frozen=True)
class Versions:
    """What made a ranking: with the same versions, the same inputs give the same list."""

    engine: str
    vocabulary: str
    weights: str


def versions() -> Versions:
    """Give the versions in use now."""
    return Versions(ENGINE, current_vocabulary().version, DEFAULT.version)


@dataclass(frozen=True)
class RankedSections:
    """The sections of one ranking, with counts of the whole pool, and what made it.

    `inputs` holds, match by match, what the engine read of the person.
    """

    position: dict[str, Any]
    pool_revision: int
    versions: Versions
    counts: dict[str, int]
    matches: tuple[tuple[Section, Match], ...]
    inputs: tuple[Inputs, ...]
    digest: str


def rank_vacancy(session: Session, *, vacancy: Vacancy) -> RankedSections:
    """Rank everybody for a vacancy, section by section. Reads only."""
    known = current_pool(session)
    position = position_of(vacancy)
    matches: list[tuple[Section, Match]] = []
    for section, kept in KEPT.items():
        include = Include(section.value)
        ranking = rank(position, known.pool, limit=kept, include=include, weights=DEFAULT)
        matches += [(section, found) for found in ranking.matches]
    counts = ranking.counts
    return RankedSections(
        position=position.to_json(),
        pool_revision=known.revision,
        versions=Versions(ranking.engine, ranking.vocabulary, ranking.weights),
        counts={
            Section.ELIGIBLE: counts.eligible,
            Section.TO_CONFIRM: counts.to_confirm,
            Section.NEAR_MISS: counts.near_miss,
            Section.INELIGIBLE: counts.ineligible - counts.near_miss,
        },
        matches=tuple(matches),
        inputs=tuple(inputs_of(known.pool.get(found.candidate)) for _, found in matches),
        digest=digest_of([position.to_json(), [found.to_json() for _, found in matches]]),
    )
