"""The list of vacancies, the home page, and pausing, closing and calling off."""

from datetime import date

import pytest

from tests.factories import (
    FacilityFactory,
    PlacementFactory,
    PublishedVacancyFactory,
    ReadinessFactory,
    VacancyFactory,
)
from tests.support.days import NEXT_YEAR
from web.models.vacancy import VacancyStatus

LIST = "/ministry/vacancies"


def own(user, status=VacancyStatus.PUBLISHED, **attributes):
    factory = VacancyFactory if status == VacancyStatus.DRAFT else PublishedVacancyFactory
    return factory(status=status, ministry=user.ministry, created_by=user, **attributes)


class TestList:
    def test_tabs_count_and_filter(self, client, page, user):
        own(user, VacancyStatus.DRAFT, title="Draft post")
        own(user, title="Open post")
        PublishedVacancyFactory(title="Somebody else's")
        everything = page(client.get(LIST))
        assert everything.texts(".tabs a") == ["2 All", "1 Draft", "1 Published"]
        assert len(everything.texts("tbody tr")) == 2
        published = page(client.get(f"{LIST}?status=published"))
        assert [row.split(" ")[0] for row in published.texts("tbody th")] == ["Open"]
        assert "1 vacancy" in published.text(".result-count")

    def test_tabs_agree_with_their_number(self, client, page, user):
        for status in (VacancyStatus.DRAFT, VacancyStatus.PUBLISHED, VacancyStatus.PUBLISHED):
            own(user, status)
        own(user, VacancyStatus.DRAFT)
        own(user, VacancyStatus.CLOSED)
        assert page(client.get(LIST)).texts(".tabs a")[1] == "2 Drafts"
        user.language = "fr"
        french = page(client.get(LIST)).texts(".tabs a")
        assert french == ["5 Toutes", "2 Brouillons", "2 Publiées", "1 Fermée"]

    def test_columns_sort_and_pages_go_on_in_that_order(self, client, page, user):
        for number in range(30):
            own(user, title=f"Post {29 - number:02d}")
        first = page(client.get(f"{LIST}?sort=title"))
        titles = [words[:7] for words in first.texts("tbody th")]
        assert titles == [f"Post {number:02d}" for number in range(25)]
        (onward,) = [link["href"] for link in first.soup.select("a[rel=next]")]
        titles = [words[:7] for words in page(client.get(onward)).texts("tbody th")]
        assert titles == [f"Post {number:02d}" for number in range(25, 30)]

    def test_earliest_start_first(self, client, page, user):
        own(user, title="Later", earliest_start=date(NEXT_YEAR, 4, 1))
        own(user, title="Sooner", earliest_start=date(NEXT_YEAR, 3, 1))
        titles = [words.split(" ")[0] for words in page(client.get(f"{LIST}?sort=start")).texts("tbody th")]
        assert titles == ["Sooner", "Later"]

    @pytest.mark.parametrize("query", ["status=nonsense", "sort=nonsense", f"after={2**70}", "before=%00"])
    def test_what_the_address_cannot_mean_is_passed_over(self, client, page, user, query):
        own(user)
        assert len(page(client.get(f"{LIST}?{query}")).texts("tbody tr")) == 1

    def test_empty_list_says_where_to_begin(self, client, page, user):
        shown = page(client.get(LIST))
        assert "no vacancy yet" in shown.text(".empty-state")
        assert "/ministry/facilities" in shown.links()


class TestHome:
    def test_what_waits_comes_with_one_primary_act(self, client, page, user):
        unstated = own(user, facility=FacilityFactory(name="Nobody said"))
        draft = own(user, VacancyStatus.DRAFT)
        case = PlacementFactory(vacancy=own(user, facility=ReadinessFactory().facility))
        PlacementFactory()
        shown = page(client.get("/ministry/"))
        links = [link["href"] for link in shown.soup.select("tbody a")]
        assert links == [
            f"/ministry/cases/{case.id}",
            f"{LIST}/{draft.id}",
            f"/ministry/facilities/{unstated.facility_id}/readiness",
        ]
        assert len(shown.soup.select(".btn-primary")) == 1

    def test_newcomer_is_told_how_to_begin(self, client, page, user):
        shown = page(client.get("/ministry/"))
        assert "Begin with the facility" in shown.text(".empty-state")


class TestMoves:
    def test_pause_and_resume(self, client, page, user):
        vacancy = own(user)
        client.submit(f"{LIST}/{vacancy.id}/pause")
        assert vacancy.status == VacancyStatus.PAUSED
        shown = page(client.get(f"{LIST}/{vacancy.id}"))
        assert "Nobody can see it" in shown.text()
        client.submit(f"{LIST}/{vacancy.id}/resume")
        assert vacancy.status == VacancyStatus.PUBLISHED

    def test_close(self, client, user):
        vacancy = own(user)
        client.submit(f"{LIST}/{vacancy.id}/close", comment="We found somebody at home.")
        assert (vacancy.status, vacancy.events[-1].comment) == (
            VacancyStatus.CLOSED,
            "We found somebody at home.",
        )

    def test_calling_off_asks_why(self, client, page, user):
        vacancy = own(user)
        answer = client.submit(f"{LIST}/{vacancy.id}/cancel")
        assert answer.status_code == 422
        assert "Say why" in page(answer).errors
        client.submit(f"{LIST}/{vacancy.id}/cancel", reason="The grant has ended.")
        assert vacancy.status == VacancyStatus.CANCELLED

    def test_vacancy_with_a_post_taken_offers_closing_instead(self, client, page, user):
        vacancy = own(user, posts=2, filled=1)
        assert f"{LIST}/{vacancy.id}/cancel" not in page(client.get(f"{LIST}/{vacancy.id}")).links()
        answer = client.submit(f"{LIST}/{vacancy.id}/cancel", reason="The grant has ended.")
        assert "close it instead" in page(answer).errors
        assert vacancy.status == VacancyStatus.PUBLISHED

    @pytest.mark.parametrize("move", ["pause", "resume", "close"])
    def test_move_that_the_state_does_not_allow_is_a_conflict(self, client, user, move):
        vacancy = own(user, VacancyStatus.SUBMITTED)
        assert client.get(f"{LIST}/{vacancy.id}/{move}").status_code == 409
