"""Finding a facility and stating how ready it is."""

import pytest

from tests.factories import FacilityFactory, ReadinessFactory
from web.models.facility import Light
from web.queries.facility_words import facility_search_text

LIST = "/ministry/facilities"
READY = {"equipment": "green", "people": "green", "money": "green", "note": ""}


def named(name, country="GH"):
    text = facility_search_text(name=name, kind="", region="")
    return FacilityFactory(name=name, country=country, search_text=text)


def test_list_leafs_through_the_own_country_only(client, page, user):
    for number in range(30):
        FacilityFactory(name=f"Clinic {number:02d}")
    FacilityFactory(name="Clinic 00 of Dakar", country="SN")
    first = page(client.get(LIST))
    assert first.texts("tbody th")[0] == "Clinic 00"
    assert len(first.texts("tbody tr")) == 25
    (onward,) = [link["href"] for link in first.soup.select("a[rel=next]")]
    second = page(client.get(onward))
    assert second.texts("tbody th") == [f"Clinic {number:02d}" for number in range(25, 30)]
    (back,) = [link["href"] for link in second.soup.select("a[rel=prev]")]
    assert page(client.get(back)).texts("tbody th") == first.texts("tbody th")


def test_kinds_are_named_in_the_readers_language(client, page, user):
    FacilityFactory(name="Bo", kind="Community Health Post")
    FacilityFactory(name="Ho", kind="Kiosk of the sea")
    client.get(f"{LIST}?language=fr")
    shown = page(client.get(LIST)).text()
    assert "Poste de santé communautaire" in shown
    assert "Kiosk of the sea" in shown


@pytest.mark.parametrize("words", ["hopital donka", "Hôpital Donka", "donka hopitl"])
def test_typed_words_find_it_however_they_are_spelled(client, page, user, words):
    user.ministry.country = "GN"
    named("Hôpital National Donka", "GN")
    named("Hôpital Ignace Deen", "GN")
    found = page(client.get(LIST, query_string={"q": words}))
    assert found.texts("tbody th")[0] == "Hôpital National Donka"


def test_name_nobody_has_says_what_to_do(client, page, user):
    named("Ridge Hospital")
    shown = page(client.get(LIST, query_string={"q": "xyzzy"}))
    assert "xyzzy" in shown.text(".empty-state")
    assert LIST in shown.links()


@pytest.mark.parametrize("query", ["q=%00", f"q={'a' * 5000}"])
def test_words_that_cannot_be_searched_get_a_clear_answer(client, page, user, query):
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 422
    assert page(answer).errors


@pytest.mark.parametrize("query", ["after=x", f"after={2**70}", "before=-1", "after=999999999"])
def test_place_that_is_none_shows_the_first_page(client, page, user, query):
    FacilityFactory(name="Agogo")
    assert page(client.get(f"{LIST}?{query}")).texts("tbody th") == ["Agogo"]


class TestReadiness:
    def test_statement_is_saved_and_shown_with_its_standing(self, client, page, user):
        facility = FacilityFactory()
        answers = {**READY, "people": "amber", "note": "A second midwife comes in May."}
        answer = client.submit(f"{LIST}/{facility.id}/readiness", **answers)
        assert answer.location == f"{LIST}/{facility.id}"
        assert facility.readiness.people == Light.AMBER
        shown = page(client.get(answer.location)).text()
        for words in ("Partly ready", "A second midwife comes in May.", user.name, "A coordinator confirms"):
            assert words in shown

    def test_missing_lights_and_words_are_named(self, client, page, user):
        facility = FacilityFactory()
        answer = client.submit(f"{LIST}/{facility.id}/readiness")
        assert answer.status_code == 422
        assert "Say how ready the team is" in page(answer).errors
        answer = client.submit(f"{LIST}/{facility.id}/readiness", **{**READY, "money": "red"})
        assert answer.status_code == 422
        assert "what is missing" in page(answer).errors
        assert facility.readiness is None

    def test_colleague_who_was_quicker_is_shown_beside_what_was_typed(self, client, page, user):
        facility = FacilityFactory()
        form = page(client.get(f"{LIST}/{facility.id}/readiness")).form()
        ReadinessFactory(facility=facility, note="No water since June.")
        stale = client.post(f"{LIST}/{facility.id}/readiness", data=form.fill(**READY))
        assert stale.status_code == 409
        assert "No water since June." in page(stale).text()
        again = page(stale).form()
        assert client.post(f"{LIST}/{facility.id}/readiness", data=again.fill()).status_code == 303
        assert facility.readiness.note == ""

    def test_facility_of_another_country_does_not_exist(self, client, user):
        foreign = FacilityFactory(country="SN")
        for path in ("", "/readiness", "/vacancies/new", "/vacancies/new/2222"):
            assert client.get(f"{LIST}/{foreign.id}{path}").status_code == 404
            assert client.get(f"{LIST}/999999{path}").status_code == 404
