"""Days on which somebody is placed: they are not free for another post until the first is given back."""

from datetime import timedelta

import pytest

from matcher import match
from tests.factories.scenes import make_approvable, make_scene, make_verified_professional
from tests.factories.vacancies import PublishedVacancyFactory
from web.models.placement import PlacementStatus
from web.services.matching import State, Verdict, current_pool, fit_of
from web.services.matching.positions import position_of
from web.services.placements import (
    approve_placement,
    cancel_placement,
    express_interest,
    list_obstacles,
    withdraw_placement,
)
from web.services.placements.errors import NotPossibleError, Obstacle, ObstaclesError, OverlapError
from web.services.placements.transitions import move_placement

pytestmark = pytest.mark.usefixtures("database")

WORDING = "If I say yes, the ministry may see who I am."


@pytest.fixture
def side(session):
    return make_scene().a


def place_twice(session, side, *, for_good=False):
    """Give one person a post and make a second case ready for approval on the same days."""
    professional = make_verified_professional()
    first = make_approvable(side.vacancy, professional, proposed_by=side.coordinator)
    other = PublishedVacancyFactory(
        facility=side.facility, ministry=side.ministry, created_by=side.ministry_user
    )
    second = make_approvable(other, professional, proposed_by=side.coordinator)
    if for_good:
        first.ends_on = None
    session.commit()
    assert str(professional.id) in current_pool(session).pool
    assert Obstacle.PLACED_ELSEWHERE not in list_obstacles(session, second)
    approve_placement(session, actor=side.second_coordinator, placement=first)
    return first, second


def test_one_person_is_never_in_two_places(session, side):
    _, second = place_twice(session, side)
    with pytest.raises(ObstaclesError) as refused:
        approve_placement(session, actor=side.second_coordinator, placement=second)
    assert Obstacle.PLACED_ELSEWHERE in refused.value.obstacles
    with pytest.raises(OverlapError):
        move_placement(session, placement=second, to=PlacementStatus.APPROVED, actor=None, step="approve")


def test_days_that_do_not_touch_are_no_obstacle(session, side):
    first, second = place_twice(session, side)
    second.starts_on = first.ends_on + timedelta(days=1)
    second.ends_on = None
    session.flush()
    assert Obstacle.PLACED_ELSEWHERE not in list_obstacles(session, second)


def gate_of_dates(session, vacancy, professional):
    """Judge the dates as the list of everybody does."""
    session.commit()
    pool = current_pool(session).pool
    found = match(position_of(vacancy), pool.get(str(professional.id)))
    return next(gate.state for gate in found.gates if gate.name == "dates")


@pytest.mark.parametrize("end", [withdraw_placement, cancel_placement])
def test_days_of_a_post_are_not_free_until_it_is_given_back(session, side, end):
    first, second = place_twice(session, side, for_good=True)
    professional, other = first.professional, second.vacancy
    assert gate_of_dates(session, other, professional) == State.NOT_MET
    cancel_placement(session, actor=side.coordinator, placement=second, comment="Placed")
    with pytest.raises(NotPossibleError):
        express_interest(session, actor=professional.user, vacancy=other, wording=WORDING)
    end(session, actor=side.second_coordinator, placement=first, comment="The plane does not fly")
    assert gate_of_dates(session, other, professional) == State.MET


def test_the_fit_for_ones_own_post_counts_its_days_as_free(session, side):
    first, second = place_twice(session, side, for_good=True)
    for placement, verdict in ((first, Verdict.ELIGIBLE), (second, Verdict.INELIGIBLE)):
        found = fit_of(session, vacancy=placement.vacancy, professional=placement.professional)
        assert found.verdict == verdict
