"""A case as coordinators read it: why it ended, and what stands in the way of approval."""

import pytest

from tests.factories import CoordinatorFactory, PlacementEventFactory, PlacementFactory, ReadinessFactory
from web.models.base import now
from web.models.placement import Answer, NotSelectedReason, PlacementStatus

S = PlacementStatus


@pytest.fixture
def coordinator(client, sign_in, session):
    coordinator = CoordinatorFactory(countries=("GH",))
    sign_in(client, coordinator)
    return coordinator


def case_of(status, *, step, comment="", **attributes):
    placement = PlacementFactory(vacancy__country="GH", status=status, **attributes)
    PlacementEventFactory(placement=placement, to_status=status, step=step, comment=comment)
    return placement


def url(placement, *rest):
    return "/".join([f"/coordinator/cases/{placement.id}", *rest])


def test_reason_for_stepping_back_is_read_there(client, page, coordinator):
    case = case_of(S.WITHDRAWN, step="withdraw", comment="My father is ill.")
    assert "Why the professional stepped back My father is ill." in page(client.get(url(case))).text()


def test_calling_off_is_explained_to_coordinators(client, page, coordinator):
    case = PlacementFactory(vacancy__country="GH")
    client.submit(url(case, "cancel"), comment="The ward was closed.")
    assert "Why the case was called off The ward was closed." in page(client.get(url(case))).text()


def test_no_of_the_ministry_is_read_with_its_words(client, page, coordinator):
    case = case_of(
        S.NOT_SELECTED,
        step="decline_as_ministry",
        comment="She speaks no Twi.",
        ministry_answer=Answer.DECLINED,
        not_selected_reason=NotSelectedReason.LANGUAGE,
    )
    said = "Why the ministry said no The language does not fit: She speaks no Twi."
    assert said in page(client.get(url(case))).text()


def test_filled_post_is_not_the_ministrys_no(client, page, coordinator):
    case = case_of(S.NOT_SELECTED, step="post_filled", not_selected_reason=NotSelectedReason.OTHER_CANDIDATE)
    shown = page(client.get(url(case))).text()
    assert "The post was filled with somebody else" in shown
    assert "Why the ministry said no" not in shown
    assert "Not chosen" not in shown


def test_facility_that_is_not_ready_is_one_step_away(client, page, coordinator):
    case = PlacementFactory(vacancy__country="GH", vacancy__facility__country="GH", status=S.AGREED)
    facility = f"/coordinator/facilities/{case.vacancy.facility_id}"
    shown = page(client.get(url(case)))
    assert "The ministry has not said yet whether the facility is ready." in shown.text(".inset")
    assert facility in shown.links()
    ReadinessFactory(facility=case.vacancy.facility, confirmed_by_id=coordinator.id, confirmed_at=now())
    assert facility not in page(client.get(url(case))).links()
