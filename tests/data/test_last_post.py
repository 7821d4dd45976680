"""Eight coordinators approve the last post at the same moment: exactly one succeeds, every time."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.data.approvals import APPROVED, approve_first_case, approve_own_case, move_own_case, take_naively
from tests.factories import CoordinatorFactory, MinistryUserFactory, PublishedVacancyFactory
from tests.factories.scenes import make_approvable, make_ready_facility, make_verified_professional
from tests.support.days import NEXT_YEAR
from tests.support.rivals import Rivals, make_rivals
from web.models.placement import Placement, PlacementStatus
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.services.audit_check import check_audit

RIVALS = 8
ROUNDS = 100
FIRST_DAY = date(NEXT_YEAR, 3, 1)
WEEK = timedelta(weeks=1)


@pytest.fixture(scope="module")
def rivals() -> Iterator[Rivals]:
    """The processes that race in every test of this module."""
    with make_rivals(RIVALS) as rivals:
        yield rivals


def make_round(number: int, *, writer: User, facility, professionals, proposer) -> list[int]:
    """Make a vacancy with one post in a week of its own, and a case for each rival."""
    starts = FIRST_DAY + 2 * number * WEEK
    vacancy = PublishedVacancyFactory(
        ministry=writer.ministry,
        created_by=writer,
        facility=facility,
        earliest_start=starts,
        latest_start=starts,
        duration_weeks=1,
        posts=1,
    )
    return [make_approvable(vacancy, one, proposed_by=proposer).id for one in professionals]


@pytest.fixture
def cast(database, session: Session) -> dict[str, Any]:
    """Everybody who takes part, but for the approvers."""
    writer = MinistryUserFactory()
    return {
        "writer": writer,
        "facility": make_ready_facility(writer.ministry.country, attested_by=writer),
        "professionals": [make_verified_professional() for _ in range(RIVALS)],
        "proposer": CoordinatorFactory(),
    }


@pytest.fixture
def rounds(cast, session: Session, request: pytest.FixtureRequest) -> list[list[int]]:
    """The numbers of the cases of each round, one for each rival."""
    made = [make_round(number, **cast) for number in range(getattr(request, "param", ROUNDS))]
    session.commit()
    return made


@pytest.fixture
def approvers(cast, session: Session) -> list[int]:
    """One coordinator for each rival, none of them the one who proposed."""
    made = [CoordinatorFactory().id for _ in range(RIVALS)]
    session.commit()
    return made


def count_approved(outcomes: list[list[str]]) -> list[int]:
    """Count how many rivals succeeded in each round."""
    return [Counter(ended)[APPROVED] for ended in zip(*outcomes, strict=True)]


def test_exactly_one_takes_the_last_post(rivals, database_url, rounds, approvers, session: Session):
    outcomes = rivals.race(approve_own_case, database_url, approvers, rounds)
    assert count_approved(outcomes) == [1] * ROUNDS
    held = session.scalars(select(Placement.vacancy_id).where(Placement.holds_post)).all()
    assert len(held) == len(set(held)) == ROUNDS
    assert list(check_audit(session)) == []
    session.expire_all()
    vacancies = session.scalars(select(Vacancy)).all()
    assert {(vacancy.filled, vacancy.status) for vacancy in vacancies} == {(1, VacancyStatus.FILLED)}
    waiting = select(Placement.id).where(Placement.status == PlacementStatus.AGREED)
    assert not session.scalars(waiting).all(), "everybody else is told that the post is filled"


def test_one_case_is_approved_once(rivals, database_url, cast, approvers, session: Session):
    """All rivals approve the same case: whoever comes second finds it moved."""
    alone = cast | {"professionals": cast["professionals"][:1]}
    rounds = [make_round(number, **alone) for number in range(20)]
    session.commit()
    outcomes = rivals.race(approve_first_case, database_url, approvers, rounds)
    assert count_approved(outcomes) == [1] * len(rounds)


def make_weeks_of_one_person(cast, session: Session) -> list[list[int]]:
    """For each week a person with a case in a post of its own for each rival."""
    weeks = [
        [make_round(week, **cast | {"professionals": [person]})[0] for _ in range(RIVALS)]
        for week, person in enumerate(cast["professionals"])
    ]
    session.commit()
    return weeks


def test_one_person_is_placed_once_on_the_same_dates(rivals, database_url, cast, approvers, session: Session):
    """Each rival approves the same person for a post of its own, all in the same week."""
    weeks = make_weeks_of_one_person(cast, session)
    outcomes = rivals.race(approve_own_case, database_url, approvers, weeks)
    for ended in zip(*outcomes, strict=True):
        assert Counter(ended) == {APPROVED: 1, "ObstaclesError": RIVALS - 1}


def test_the_database_lets_nobody_be_placed_twice_on_the_same_dates(
    rivals, database_url, cast, approvers, session: Session
):
    """The same without a look beforehand: the constraint alone decides."""
    weeks = make_weeks_of_one_person(cast, session)
    outcomes = rivals.race(move_own_case, database_url, approvers, weeks)
    for ended in zip(*outcomes, strict=True):
        assert Counter(ended) == {APPROVED: 1, "OverlapError": RIVALS - 1}


@pytest.mark.parametrize("rounds", [3], indirect=True)
def test_the_race_catches_an_approval_that_reads_first(rivals, database_url, rounds):
    """The planted fault: reading before writing overbooks, and the race sees it."""
    outcomes = rivals.race(take_naively, database_url, rounds)
    assert max(count_approved(outcomes)) > 1
