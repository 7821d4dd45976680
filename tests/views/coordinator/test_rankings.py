"""The ranked list as coordinators filter it."""

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
