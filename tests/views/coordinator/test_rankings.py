"""The ranked list as coordinators filter it, and people side by side."""

from datetime import UTC, datetime

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    FacilityFactory,
    MinistryFactory,
    PlacementEventFactory,
    PlacementFactory,
    PublishedVacancyFactory,
    SpokenLanguageFactory,
)
from web.models.placement import PlacementStatus


@pytest.fixture
def vacancy(client, sign_in, session):
    sign_in(client, CoordinatorFactory(countries=("GH",)))
    facility = FacilityFactory(country="GH")
    return PublishedVacancyFactory(facility=facility, ministry=MinistryFactory(country="GH"), country="GH")


def url(vacancy, *rest):
    return "/".join([f"/coordinator/vacancies/{vacancy.id}/ranking", *rest])


def names(page, answer):
    return page(answer).texts(".match-name")


def test_filtering_by_a_language_spoken_keeps_the_language_of_the_pages(client, page, vacancy):
    ActiveProfessionalFactory()
    bilingual = ActiveProfessionalFactory()
    SpokenLanguageFactory(professional=bilingual, code="fr", cefr="C1")
    answer = client.get(url(vacancy), query_string={"spoken": "fr", "level": "B2"})
    assert answer.status_code == 200
    assert names(page, answer) == [bilingual.reference]
    assert page(answer).text("h1").startswith("Ranked list")


def test_three_stand_side_by_side_and_a_fourth_is_not_left_out_in_silence(client, page, vacancy):
    people = [ActiveProfessionalFactory().reference for _ in range(4)]
    three = page(client.get(url(vacancy, "compare"), query_string={"pick": people[:3]}))
    assert "You marked" not in three.text("main")
    four = page(client.get(url(vacancy, "compare"), query_string={"pick": people}))
    assert len(four.texts(".compare-people li")) == 3
    assert "You marked 4" in four.text("main")


def test_who_stepped_back_can_be_proposed_again_from_the_list(client, page, vacancy):
    professional = ActiveProfessionalFactory()
    case = PlacementFactory(vacancy=vacancy, professional=professional, status=PlacementStatus.WITHDRAWN)
    stepped_back = datetime(2026, 3, 3, 9, tzinfo=UTC)
    PlacementEventFactory(placement=case, to_status=case.status, step="withdraw", at=stepped_back)
    shown = page(client.get(url(vacancy)))
    assert "Stepped back on 3 March 2026." in shown.text(".match-acts")
    assert f"/coordinator/cases/{case.id}" in shown.links()
    propose = f"/coordinator/vacancies/{vacancy.id}/candidates/{professional.reference}/propose"
    assert propose in shown.links()
    PlacementFactory(vacancy=vacancy, professional=professional)
    again = page(client.get(url(vacancy)))
    assert propose not in again.links()
    assert "Stepped back" not in again.text()


def test_list_says_what_decides_the_order(client, page, vacancy):
    ActiveProfessionalFactory()
    assert "after that, the lower end of the fit decides" in page(client.get(url(vacancy))).text()
