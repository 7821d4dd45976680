"""The ranked list as coordinators filter it, and people side by side."""

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    FacilityFactory,
    MinistryFactory,
    PublishedVacancyFactory,
    SpokenLanguageFactory,
)


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
