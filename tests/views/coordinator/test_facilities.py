"""Confirming that facilities can receive somebody."""

from datetime import timedelta

import pytest

from tests.factories import CoordinatorFactory, FacilityFactory, ReadinessFactory
from web.models.base import now
from web.models.facility import Light

LIST = "/coordinator/facilities"


@pytest.fixture
def coordinator(client, sign_in, session):
    user = CoordinatorFactory(countries=("GH", "SN"))
    sign_in(client, user)
    return user


def address(readiness):
    return f"{LIST}/{readiness.facility_id}"


def confirmed(coordinator, **attributes):
    return ReadinessFactory(confirmed_by_id=coordinator.id, confirmed_at=now(), **attributes)


class TestList:
    def test_what_waits_comes_oldest_first_with_its_lights(self, client, page, coordinator):
        young = ReadinessFactory(attested_at=now() - timedelta(days=1))
        old = ReadinessFactory(attested_at=now() - timedelta(days=9), equipment=Light.RED)
        rows = page(client.get(LIST)).texts("tbody tr")
        assert old.facility.name in rows[0]
        assert "Not ready" in rows[0]
        assert "9 days" in rows[0]
        assert young.facility.name in rows[1]

    def test_waiting_and_confirmed_are_apart(self, client, page, coordinator):
        waiting, done = ReadinessFactory(), confirmed(coordinator)
        for url, shown, hidden in ((LIST, waiting, done), (f"{LIST}?queue=confirmed", done, waiting)):
            links = page(client.get(url)).links()
            assert address(shown) in links
            assert address(hidden) not in links

    def test_other_countries_are_not_listed(self, client, page, coordinator):
        foreign = ReadinessFactory(facility=FacilityFactory(country="TD"))
        assert address(foreign) not in page(client.get(LIST)).links()

    def test_filter_by_one_of_my_countries(self, client, page, coordinator):
        ghana, senegal = ReadinessFactory(), ReadinessFactory(facility=FacilityFactory(country="SN"))
        links = page(client.get(f"{LIST}?country=SN")).links()
        assert address(senegal) in links
        assert address(ghana) not in links
        assert client.get(f"{LIST}?country=TD").status_code == 422

    def test_empty_list_says_why(self, client, page, coordinator):
        assert "No facility waits for you" in page(client.get(LIST)).text()


class TestFacility:
    def test_page_tells_who_states_what(self, client, page, coordinator):
        readiness = ReadinessFactory()
        shown = page(client.get(address(readiness)))
        assert shown.heading == readiness.facility.name
        for words in (readiness.note, readiness.attested_by.name, "Partly ready"):
            assert words in shown.text()

    def test_facility_without_a_statement_has_nothing_to_confirm(self, client, page, coordinator):
        facility = FacilityFactory()
        shown = page(client.get(f"{LIST}/{facility.id}"))
        assert "has not said yet" in shown.text()
        assert not shown.soup.select("main form")

    def test_coordinator_confirms(self, client, page, coordinator):
        readiness = ReadinessFactory()
        answer = client.submit(address(readiness))
        assert answer.location == address(readiness)
        assert (readiness.confirmed_by_id, readiness.is_ready) == (coordinator.id, True)
        shown = page(client.get(address(readiness)))
        assert f"Confirmed by {coordinator.name}" in shown.text()
        assert not shown.soup.select("main form")

    def test_statement_changed_meanwhile_is_shown_before_it_is_confirmed(self, client, page, coordinator):
        readiness = ReadinessFactory()
        form = page(client.get(address(readiness))).form()
        readiness.note = "The roof has fallen in."
        stale = client.post(form.action, data=form.fill())
        assert stale.status_code == 409
        assert "The roof has fallen in." in page(stale).text()
        assert readiness.confirmed_at is None
        again = page(stale).form()
        assert client.post(again.action, data=again.fill()).status_code == 303
        assert readiness.confirmed_at is not None

    def test_colleague_was_quicker(self, client, page, coordinator, make_client, sign_in):
        readiness = ReadinessFactory()
        colleague = make_client()
        sign_in(colleague, CoordinatorFactory())
        form = page(client.get(address(readiness))).form()
        colleague.submit(address(readiness))
        late = client.post(form.action, data=form.fill())
        assert late.status_code in {409, 422}
        assert page(late).errors

    def test_facility_of_another_country_does_not_exist(self, client, coordinator):
        foreign = ReadinessFactory(facility=FacilityFactory(country="TD"))
        assert client.get(address(foreign)).status_code == 404
        assert client.get(f"{LIST}/999999").status_code == 404
