"""Vacancies for me: which fit, why, what is missing, and saying that one is interested."""

from datetime import timedelta

import pytest

from tests.factories import PlacementFactory, PublishedVacancyFactory, VacancyFactory
from web.models.base import now
from web.models.claims import Cefr
from web.models.placement import Answer, Origin
from web.models.professional import ConsentPurpose, ProfessionalStatus
from web.models.vacancy import RequiredLanguage, VacancyStatus

LIST = "/professional/vacancies"


def ask_for_french(vacancy):
    vacancy.languages = [RequiredLanguage(code="fr", min_cefr=Cefr.B2, required=True)]
    return vacancy


class TestList:
    def test_vacancies_are_told_apart_by_how_they_fit(self, client, page, professional):
        fits = PublishedVacancyFactory(title="Midwife in Tamale")
        ask_for_french(PublishedVacancyFactory(title="Midwife in Kara"))
        PublishedVacancyFactory(title="Surgeon", occupation="2212", specialty="general_surgery")
        shown = page(client.get(LIST))
        assert "1 vacancy fits you." in shown.text()
        assert shown.texts("tbody th a") == ["Midwife in Tamale"]
        assert f"{LIST}/{fits.id}" in shown.links()
        assert page(client.get(f"{LIST}?show=not_now")).texts("tbody th a") == ["Midwife in Kara", "Surgeon"]

    def test_missing_answer_is_named_with_the_place_to_give_it(self, client, page, professional, session):
        for _ in range(2):
            PublishedVacancyFactory()
        professional.availability = []
        shown = page(client.get(LIST))
        assert "2 vacancies may fit you." in shown.text()
        assert "2 more wait only for one answer from you. Add when you are free." in shown.text()
        assert "/professional/profile/availability" in shown.links()

    def test_only_open_vacancies_are_compared(self, client, page, professional):
        VacancyFactory()
        PublishedVacancyFactory(
            latest_start=now().date() - timedelta(days=1), earliest_start=now().date() - timedelta(days=9)
        )
        assert "No open vacancy fits you at the moment" in page(client.get(LIST)).text()

    @pytest.mark.parametrize(
        "query", ["show=everything", "page=0", f"page={2**70}", "page=²", "show=fit&page=9"]
    )
    def test_other_addresses_are_read_as_well_as_they_can_be(self, client, professional, query):
        PublishedVacancyFactory()
        assert client.get(f"{LIST}?{query}").status_code == 200

    def test_long_lists_have_pages(self, client, page, professional):
        for number in range(21):
            PublishedVacancyFactory(title=f"Post {number}")
        first, second = page(client.get(LIST)), page(client.get(f"{LIST}?show=fit&page=2"))
        titles = first.texts("tbody th a") + second.texts("tbody th a")
        assert len(first.texts("tbody th a")) == 20
        assert set(titles) == {f"Post {number}" for number in range(21)}

    def test_draft_is_compared_with_nothing(self, client, page, newcomer):
        PublishedVacancyFactory()
        assert "as soon as you have sent it" in page(client.get(LIST)).text()

    def test_paused_profile_is_compared_with_nothing(self, client, page, professional):
        PublishedVacancyFactory()
        professional.status = ProfessionalStatus.PAUSED
        assert "You are paused" in page(client.get(LIST)).text()


class TestVacancy:
    def test_every_must_have_and_the_sum_are_shown(self, client, page, professional):
        shown = page(client.get(f"{LIST}/{PublishedVacancyFactory().id}"))
        assert "You meet every condition of this post." in shown.text()
        assert len(shown.texts(".gate-name")) >= 7
        rows = shown.soup.select(".points-table tbody .points-number")
        total = shown.text(".points-table tfoot strong")
        assert round(sum(float(row.get_text()) for row in rows), 2) == float(total)

    def test_what_is_missing_comes_with_what_would_change_it(self, client, page, professional):
        professional.languages[0].cefr = Cefr.B1
        vacancy = PublishedVacancyFactory()
        shown = page(client.get(f"{LIST}/{vacancy.id}"))
        assert "You need a higher level in the language." in shown.text()
        assert "Reach B2 in English: you then meet every condition." in shown.text()
        assert f"{LIST}/{vacancy.id}/interest" not in shown.links()

    def test_newcomer_reads_the_post_without_a_fit(self, client, page, newcomer):
        shown = page(client.get(f"{LIST}/{PublishedVacancyFactory().id}"))
        assert "Night and day shifts" in shown.text()
        assert shown.texts(".gate-name") == []

    @pytest.mark.parametrize("status", [VacancyStatus.PAUSED, VacancyStatus.FILLED, VacancyStatus.CLOSED])
    def test_vacancy_no_longer_open_says_so_as_it_does_in_public(self, client, page, professional, status):
        vacancy = PublishedVacancyFactory(status=status)
        for address in (f"{LIST}/{vacancy.id}", f"{LIST}/{vacancy.id}/interest"):
            shown = page(client.get(address))
            assert (shown.status, shown.heading) == (410, "This vacancy is no longer open")
            assert LIST in shown.links()

    def test_never_published_and_absent_look_alike(self, client, professional):
        for number in (VacancyFactory().id, 999_999):
            assert client.get(f"{LIST}/{number}").status_code == 404
            assert client.get(f"{LIST}/{number}/interest").status_code == 404


class TestInterest:
    def test_interest_begins_a_case_and_consents_to_be_known(self, client, page, professional, session):
        vacancy = PublishedVacancyFactory()
        url = f"{LIST}/{vacancy.id}/interest"
        before = page(client.get(url)).text()
        assert f"With your yes the {vacancy.ministry.name} learns who you are." in before
        assert professional.identity.full_name in before
        answer = client.submit(url)
        case = page(client.get(answer.location)).text()
        assert "You said that you are interested" in case
        assert [consent.purpose for consent in professional.consents][-1] == ConsentPurpose.DISCLOSURE

    def test_second_interest_leads_to_the_case(self, client, professional):
        placement = PlacementFactory(professional=professional)
        url = f"{LIST}/{placement.vacancy_id}/interest"
        assert client.get(url).location == f"/professional/cases/{placement.id}"

    def test_case_begun_meanwhile_is_not_begun_again(self, client, page, professional):
        vacancy = PublishedVacancyFactory()
        url = f"{LIST}/{vacancy.id}/interest"
        form = page(client.get(url)).form().fill()
        PlacementFactory(professional=professional, vacancy=vacancy)
        answer = client.post(url, data=form)
        assert answer.status_code == 409
        assert "There is an open case" in page(answer).errors

    def test_what_does_not_fit_is_refused_plainly(self, client, page, professional):
        vacancy = ask_for_french(PublishedVacancyFactory())
        answer = client.submit(f"{LIST}/{vacancy.id}/interest")
        assert answer.status_code == 422
        assert "A must-have of the post is not met" in page(answer).errors

    def test_draft_cannot_be_interested(self, client, page, newcomer):
        answer = client.submit(f"{LIST}/{PublishedVacancyFactory().id}/interest")
        assert answer.status_code == 422
        assert "not open for proposals" in page(answer).errors


def test_case_of_one_s_own_interest_says_so(client, page, professional):
    placement = PlacementFactory(
        professional=professional, origin=Origin.PROFESSIONAL, professional_answer=Answer.ACCEPTED
    )
    shown = page(client.get(f"{LIST}/{placement.vacancy_id}"))
    assert "You have an open case for this vacancy." in shown.text()
    assert f"/professional/cases/{placement.id}" in shown.links()
