"""What a stored ranking says, held against the rest of the database; the engine is not asked."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from web.models.base import now
from web.queries.stored_rankings import StoredMatch, StoredRanking, Written
from web.services.matching import current_revision
from web.services.pseudonyms import pseudonym_for

CLOCKS_DIFFER = timedelta(minutes=5)  # those of two machines


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it must be: in the row of one person, or, without a person, in the list.

    `what` names the place in the row, never what stands there.
    """

    what: str
    place: int | None = None
    reference: str = ""

    @classmethod
    def at(cls, row: StoredMatch, what: str) -> "Difference":
        """Name something in the row of one person."""
        return cls(what, row.place, row.reference)


class SpoiltError(ValueError):
    """What is stored cannot be what was stored then."""


def read_json(written: Written) -> Any:
    """Read a stored value; raises SpoiltError where it is no JSON."""
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        raise SpoiltError("it is not JSON") from None


def check_ranking(
    session: Session, ranking: StoredRanking, stored: Sequence[StoredMatch]
) -> Iterator[Difference]:
    """Check what one ranking says of its vacancy, its people and its day."""
    expected = ranking.listed - ranking.erased
    if len(stored) != expected:
        yield Difference(f"{len(stored)} people where there must be {expected}")
    for row in stored:
        if not 1 <= row.place <= ranking.listed:
            yield Difference.at(row, f"place, of {ranking.listed}")
    yield from _check_position(ranking)
    yield from _check_counts(ranking, stored)
    yield from _check_past(session, ranking)
    yield from _check_pseudonyms(session, ranking, stored)


def are_of_another_key(session: Session, ranking: StoredRanking, stored: Sequence[StoredMatch]) -> bool:
    """Say whether not one pseudonym is made with the key of today: a new key leaves stored lists as shown."""
    return bool(stored) and not any(_is_of_this_key(session, ranking, row) for row in stored)


def _is_of_this_key(session: Session, ranking: StoredRanking, row: StoredMatch) -> bool:
    made = pseudonym_for(session, vacancy_id=ranking.vacancy_id, professional_id=row.professional_id)
    return made == row.pseudonym


def _check_pseudonyms(
    session: Session, ranking: StoredRanking, stored: Sequence[StoredMatch]
) -> Iterator[Difference]:
    if not are_of_another_key(session, ranking, stored):
        others = (row for row in stored if not _is_of_this_key(session, ranking, row))
        yield from (Difference.at(row, "pseudonym") for row in others)


def _check_position(ranking: StoredRanking) -> Iterator[Difference]:
    try:
        position = read_json(ranking.position)
    except SpoiltError as error:
        yield Difference(f"position: {error}")
        return
    if not isinstance(position, dict) or position.get("id") != str(ranking.vacancy_id):
        yield Difference("position.id: it is not that of the vacancy")


def _check_counts(ranking: StoredRanking, stored: Sequence[StoredMatch]) -> Iterator[Difference]:
    """Hold the counts of the whole pool, which nobody can count again, to those who are listed."""
    try:
        counts = read_json(ranking.counts)
    except SpoiltError as error:
        yield Difference(f"counts: {error}")
        return
    if not isinstance(counts, dict):
        yield Difference("counts: it is no object")
        return
    for section, listed in sorted(Counter(row.section for row in stored).items()):
        counted = counts.get(section)
        if not isinstance(counted, int) or counted < listed:
            yield Difference(f"counts.{section}: {listed} are listed")


def _check_past(session: Session, ranking: StoredRanking) -> Iterator[Difference]:
    """Check that nothing is of a time that had not come, or was over."""
    if ranking.vacancy_version > ranking.latest_vacancy_version:
        yield Difference("vacancy_version: the vacancy has not been changed so often")
    if ranking.pool_revision > current_revision(session):
        yield Difference("pool_revision: profiles have not been changed so often")
    if ranking.created_at + CLOCKS_DIFFER < ranking.vacancy_begun_at:
        yield Difference("created_at: the vacancy was begun later")
    if ranking.created_at - CLOCKS_DIFFER > (ranking.first_shown_at or now()):
        yield Difference("created_at: the list was there before")
