"""Home: one sentence of where things stand, and one act."""

from tests.factories import PlacementFactory, PublishedVacancyFactory
from web.models.professional import ProfessionalStatus

HOME = "/professional/"


def acts(shown):
    return shown.texts("main .btn-primary")


def test_newcomer_begins(client, page, newcomer):
    assert acts(page(client.get(HOME))) == ["Begin my profile"]


def test_half_a_profile_goes_on(client, page, newcomer):
    client.submit("/professional/profile/identity", given_name="Ama", family_name="Mensah")
    shown = page(client.get(HOME))
    assert "1 of 11 parts of your profile are done." in shown.text()
    assert acts(shown) == ["Go on with my profile"]


def test_complete_draft_is_sent(client, page, professional):
    professional.status, professional.submitted_at = ProfessionalStatus.DRAFT, None
    assert acts(page(client.get(HOME))) == ["Check your answers and send it"]


def test_fitting_vacancies_are_counted(client, page, professional):
    for _ in range(3):
        PublishedVacancyFactory()
    shown = page(client.get(HOME))
    assert "3 vacancies fit you." in shown.text()
    assert acts(shown) == ["See vacancies for me"]


def test_answer_that_is_waited_for_comes_first(client, page, professional):
    placement = PlacementFactory(professional=professional)
    shown = page(client.get(HOME))
    assert f"A post is proposed to you: {placement.vacancy.title}." in shown.text()
    assert acts(shown) == ["Read and answer"]
    assert f"/professional/cases/{placement.id}" in shown.links()


def test_several_proposals_are_counted(client, page, professional):
    for _ in range(2):
        PlacementFactory(professional=professional)
    assert "2 posts wait for your answer." in page(client.get(HOME)).text()
