"""What letters about a case say."""

import pytest

from tests.factories import CoordinatorFactory, PlacementFactory, PublishedVacancyFactory
from web.models.placement import PlacementStatus
from web.services.placements import cancel_placement, withdraw_placement

FREE = "its post is free again"


def case_of(status):
    """Make a case in a vacancy that a coordinator follows and somebody of the ministry wrote."""
    return PlacementFactory(vacancy=PublishedVacancyFactory(country="GH", posts=1), status=status)


@pytest.fixture
def letters(read_mail):
    """Read all letters as words by the address they went to."""

    def read():
        return {letter["To"]: letter.get_body(("plain",)).get_content() for letter in read_mail()}

    return read


def test_post_given_back_asks_for_somebody_else(session, letters):
    coordinator = CoordinatorFactory(countries=("GH",))
    case = case_of(PlacementStatus.APPROVED)
    withdraw_placement(session, actor=case.professional.user, placement=case)
    vacancy = case.vacancy
    told = letters()
    to_coordinator, to_ministry = told[coordinator.email], told[vacancy.created_by.email]
    assert FREE in to_coordinator
    assert f"/coordinator/vacancies/{vacancy.id}/ranking" in to_coordinator
    assert FREE in to_ministry
    assert f"/ministry/vacancies/{vacancy.id}/candidates" in to_ministry
    assert "Nothing is asked of you" not in to_coordinator + to_ministry


def test_person_whose_placement_is_called_off_is_not_asked_to_find_another(session, letters):
    coordinator = CoordinatorFactory(countries=("GH",))
    case = case_of(PlacementStatus.APPROVED)
    cancel_placement(session, actor=coordinator, placement=case, comment="The ward was closed.")
    told = letters()
    assert FREE not in told[case.professional.user.email]
    assert "The ward was closed." not in "".join(told.values())
    assert FREE in told[case.vacancy.created_by.email]


def test_case_without_a_post_is_just_closed(session, letters):
    case = case_of(PlacementStatus.AGREED)
    withdraw_placement(session, actor=case.professional.user, placement=case)
    to_ministry = letters()[case.vacancy.created_by.email]
    assert "Nothing is asked of you" in to_ministry
    assert "/candidates" not in to_ministry


def test_letter_greets_by_the_name_of_the_profile(session, letters):
    coordinator = CoordinatorFactory(countries=("GH",), name="Abena Owusu")
    case = case_of(PlacementStatus.AGREED)
    professional = case.professional
    professional.user.name = "awa"
    cancel_placement(session, actor=coordinator, placement=case, comment="The ward was closed.")
    assert f"Dear {professional.identity.full_name}," in letters()[professional.user.email]
