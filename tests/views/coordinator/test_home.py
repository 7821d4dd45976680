"""The coordinator's day."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    FacilityFactory,
    MinistryFactory,
    PlacementFactory,
    ReadinessFactory,
    VacancyEventFactory,
    VacancyFactory,
)
from web.db import current_engine
from web.models.base import now
from web.models.placement import PlacementStatus
from web.models.vacancy import VacancyStatus

HOME = "/coordinator/"


@pytest.fixture
def coordinator(client, sign_in, session):
    user = CoordinatorFactory()
    sign_in(client, user)
    return user


def submitted(days_ago, **attributes):
    vacancy = VacancyFactory(status=VacancyStatus.SUBMITTED, **attributes)
    VacancyEventFactory(vacancy=vacancy, at=now() - timedelta(days=days_ago))
    return vacancy


def agreed(days_ago=0, **attributes):
    answered = now() - timedelta(days=days_ago)
    return PlacementFactory(
        status=PlacementStatus.AGREED,
        professional_answered_at=answered - timedelta(days=3),
        ministry_answered_at=answered,
        **attributes,
    )


def test_vacancies_wait_since_they_were_handed_in(client, page, coordinator):
    young, old = submitted(2), submitted(11)
    shown = page(client.get(HOME))
    rows = shown.texts("#review tbody tr")
    assert old.reference in rows[0]
    assert young.reference in rows[1]
    assert "11 days" in rows[0]
    assert f"/coordinator/vacancies/{old.id}" in shown.links()


def test_placements_of_others_are_mine_to_approve(client, page, coordinator):
    placement = agreed(5)
    shown = page(client.get(HOME))
    assert "5 days" in shown.text("#approve tbody tr")
    assert "Approve" in shown.text("#approve tbody tr")
    assert f"/coordinator/cases/{placement.id}" in shown.links()
    assert not shown.text("#colleague")


def test_own_proposals_wait_for_a_colleague(client, page, coordinator):
    agreed(proposed_by=coordinator)
    shown = page(client.get(HOME))
    assert not shown.text("#approve")
    assert "Open" in shown.text("#colleague tbody tr")
    assert "Approve" not in shown.text("#colleague tbody tr")


def test_case_names_nobody_whose_turn_it_is_not(client, page, coordinator):
    own = page(
        client.get(
            f"/coordinator/cases/{agreed(proposed_by=coordinator, vacancy__licence_required=False).id}"
        )
    )
    assert "a colleague has to approve it" in own.text("main")
    assert "It is your turn" not in own.text(".steps")
    assert "a coordinator who did not propose it" in own.text(".steps")


def test_case_that_waits_for_a_licence_leads_to_it(client, page, coordinator):
    placement = agreed(vacancy__licence_required=True)
    (licence,) = placement.professional.licences
    shown = page(client.get(f"/coordinator/cases/{placement.id}"))
    assert "The licence is not verified yet" in shown.text()
    assert f"/coordinator/licences/{licence.id}" in shown.links()
    assert "A coordinator verifies the licence" in shown.text(".steps")
    assert "It is your turn." in shown.text(".steps")
    assert "who did not propose it" not in shown.text(".steps")


def test_licences_of_people_with_an_open_case_come_first(client, page, coordinator):
    waiting_longest = ActiveProfessionalFactory()
    waiting_longest.licences[0].changed_at = now() - timedelta(days=80)
    case = PlacementFactory()
    rows = page(client.get(HOME)).texts("#verify tbody tr")
    assert case.professional.reference in rows[0]
    assert "Open case" in rows[0]
    assert waiting_longest.reference in rows[1]
    assert "80 days" in rows[1]


def test_facilities_wait_for_confirmation(client, page, coordinator):
    readiness = ReadinessFactory(attested_at=now() - timedelta(days=1))
    row = page(client.get(HOME)).text("#confirm tbody tr")
    assert readiness.facility.name in row
    assert "1 day" in row


def test_other_countries_are_left_to_others(client, page, sign_in, session):
    submitted(3)
    agreed()
    ReadinessFactory()
    PlacementFactory(status=PlacementStatus.APPROVED, starts_on=now().date())
    sign_in(client, CoordinatorFactory(countries=("TD",)))
    shown = page(client.get(HOME))
    for queue in ("#review", "#approve", "#confirm"):
        assert not shown.text(queue)
    assert "No stay starts or ends" in shown.text()


def test_stays_that_start_or_end_in_two_weeks_are_announced(client, page, coordinator):
    today = now().date()
    days = {"starts_on": today + timedelta(days=3), "ends_on": today + timedelta(days=14)}
    PlacementFactory(status=PlacementStatus.APPROVED, **days)
    PlacementFactory(status=PlacementStatus.APPROVED, starts_on=today + timedelta(days=15), ends_on=None)
    PlacementFactory(starts_on=today, ends_on=None)
    rows = page(client.get(HOME)).texts("section:last-of-type tbody tr")
    assert len(rows) == 2
    assert "Starts" in rows[0]
    assert "in 3 days" in rows[0]
    assert "Ends" in rows[1]
    assert "in 14 days" in rows[1]


def test_long_queue_shows_its_head_and_its_length(client, page, coordinator):
    for number in range(12):
        submitted(number)
    shown = page(client.get(HOME))
    assert len(shown.texts("#review tbody tr")) == 10
    assert "These are the first 10 of 12." in shown.text("#review")
    assert "/coordinator/vacancies?status=submitted" in shown.links()
    assert "12 vacancies to review" in shown.text(".tabs")


def test_empty_day_says_so(client, page, coordinator):
    shown = page(client.get(HOME))
    assert "Nothing waits for you" in shown.text()
    assert "Ghana" in shown.text()


def test_coordinator_without_a_country_learns_what_to_do(client, page, sign_in, session):
    sign_in(client, CoordinatorFactory(countries=()))
    assert "Ask an administrator" in page(client.get(HOME)).text()


def count_statements(app, client):
    """Count those of a second look: whose names a page shows is noted with the first."""
    client.get(HOME)
    statements = []
    with app.app_context():
        engine = current_engine()
    listener = lambda *arguments: statements.append(arguments[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", listener)
    assert client.get(HOME).status_code == 200
    event.remove(engine, "before_cursor_execute", listener)
    return len(statements)


def fill_a_day():
    ministry = MinistryFactory()
    for number in range(4):
        submitted(number, ministry=ministry)
        agreed()
        ReadinessFactory(facility=FacilityFactory())
        ActiveProfessionalFactory()
        PlacementFactory(status=PlacementStatus.APPROVED, starts_on=now().date())


def test_full_day_asks_the_database_as_often_as_a_fuller_one(app, client, coordinator):
    fill_a_day()
    once = count_statements(app, client)
    fill_a_day()
    fill_a_day()
    assert count_statements(app, client) == once <= 20
