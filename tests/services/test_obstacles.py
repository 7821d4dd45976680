"""What stands in the way of an approval, looked up afresh."""

from datetime import timedelta

import pytest

from tests.factories import VerificationFactory
from tests.factories.people import AdminFactory
from tests.factories.scenes import make_approvable, make_scene, make_verified_professional
from web.models.base import now
from web.models.claims import VerificationResult
from web.services.accounts import suspend_user
from web.services.placements import approve_placement, find_lack_of_licence, list_obstacles
from web.services.placements.errors import Obstacle, ObstaclesError

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def side(session):
    return make_scene().a


def test_who_is_suspended_is_not_approved(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    assert list_obstacles(session, placement) == []
    suspend_user(session, actor=AdminFactory(), user=placement.professional.user, reason="Forged papers")
    assert list_obstacles(session, placement) == [Obstacle.SUSPENDED]


def test_approval_names_every_obstacle(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    side.vacancy.funded = False
    side.facility.readiness.confirmed_at = None
    for consent in placement.professional.consents:
        consent.withdrawn_at = consent.given_at
    for licence in placement.professional.licences:
        licence.verifications.clear()
    session.flush()
    with pytest.raises(ObstaclesError) as refused:
        approve_placement(session, actor=side.second_coordinator, placement=placement)
    assert {
        Obstacle.NOT_FUNDED,
        Obstacle.READINESS_NOT_CONFIRMED,
        Obstacle.CONSENT_MISSING,
        Obstacle.LICENCE_NOT_CHECKED,
    } <= set(refused.value.obstacles)
    assert side.vacancy.filled == 0


def test_a_licence_changed_after_its_check_stops_the_approval(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    assert list_obstacles(session, placement) == []
    licence = next(held for held in placement.professional.licences if held.verifications)
    licence.changed_at = licence.verifications[-1].checked_at + timedelta(seconds=1)
    session.flush()
    assert Obstacle.LICENCE_NOT_CHECKED in list_obstacles(session, placement)


DAY_BEFORE = -1


@pytest.mark.parametrize(
    ("check", "valid_until", "lack"),
    [
        ({}, None, None),
        ({"expires_on": 0}, 0, None),
        (None, None, Obstacle.LICENCE_NOT_CHECKED),
        ({"result": VerificationResult.NOT_CONFIRMED}, None, Obstacle.LICENCE_NOT_CONFIRMED),
        ({"result": VerificationResult.NOT_CONFIRMED}, DAY_BEFORE, Obstacle.LICENCE_NOT_CONFIRMED),
        ({}, DAY_BEFORE, Obstacle.LICENCE_ENDS),
        (None, DAY_BEFORE, Obstacle.LICENCE_ENDS),
        ({"expires_on": DAY_BEFORE}, None, Obstacle.LICENCE_CHECK_ENDS),
    ],
)
def test_what_a_licence_lacks_is_named_by_its_next_step(session, side, check, valid_until, lack):
    """Days count from the first day of the stay."""
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)

    def day(number):
        return None if number is None else placement.starts_on + timedelta(days=number)

    for licence in placement.professional.licences:
        licence.verifications.clear()
        licence.valid_until = day(valid_until)
        if check is not None:
            VerificationFactory(licence=licence, **check | {"expires_on": day(check.get("expires_on"))})
    session.flush()
    session.expire_all()
    assert find_lack_of_licence(placement) == lack
    assert (lack in list_obstacles(session, placement)) == (lack is not None)


def test_who_states_no_licence_is_asked_to(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    placement.professional.licences.clear()
    session.flush()
    assert Obstacle.LICENCE_NOT_STATED in list_obstacles(session, placement)


def test_a_first_day_that_has_passed_stops_the_approval(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    placement.starts_on = now().date() - timedelta(days=1)
    session.flush()
    assert list_obstacles(session, placement) == [Obstacle.START_PASSED]
