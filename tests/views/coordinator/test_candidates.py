"""A candidate's file and their proposal: what would change, for which days, and what else they have then."""

from datetime import timedelta

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    PlacementFactory,
    PublishedVacancyFactory,
)
from web.models.placement import PlacementStatus
from web.presenters.names import long_date


@pytest.fixture
def vacancy(client, sign_in, session):
    sign_in(client, CoordinatorFactory(countries=("GH",)))
    return PublishedVacancyFactory(country="GH", facility__country="GH", duration_weeks=8)


@pytest.fixture
def professional(vacancy):
    return ActiveProfessionalFactory()


def pages(vacancy, professional):
    file = f"/coordinator/vacancies/{vacancy.id}/candidates/{professional.reference}"
    return (file, f"{file}/propose")


def test_days_somebody_would_serve_are_said_before_they_are_proposed(
    client, page, app, vacancy, professional
):
    last = vacancy.earliest_start + timedelta(weeks=8, days=-1)
    with app.test_request_context():
        words = f"They would serve from {long_date(vacancy.earliest_start)} to {long_date(last)}."
    for address in pages(vacancy, professional):
        assert words in page(client.get(address)).text()


def test_other_cases_on_those_days_are_warned_of(client, page, vacancy, professional):
    days = {"starts_on": vacancy.earliest_start, "ends_on": vacancy.earliest_start + timedelta(days=9)}
    agreed = PlacementFactory(
        vacancy__country="GH", professional=professional, status=PlacementStatus.AGREED, **days
    )
    abroad = PlacementFactory(vacancy__country="SN", professional=professional, **days)
    over = PlacementFactory(professional=professional, status=PlacementStatus.DECLINED, **days)
    before = PlacementFactory(
        professional=professional,
        starts_on=vacancy.earliest_start - timedelta(days=20),
        ends_on=vacancy.earliest_start - timedelta(days=1),
    )
    for address in pages(vacancy, professional):
        shown = page(client.get(address))
        warning = shown.text(".inset-attention")
        assert f"C-{agreed.id:05d}, Agreed: from" in warning
        assert f"C-{abroad.id:05d}, Waiting for answers: from" in warning
        assert f"C-{over.id:05d}" not in warning
        assert f"C-{before.id:05d}" not in warning
        assert f"/coordinator/cases/{agreed.id}" in shown.links()
        assert f"/coordinator/cases/{abroad.id}" not in shown.links()


def test_who_cannot_be_proposed_is_given_no_days(client, page, vacancy, professional):
    professional.modes = ["remote"]
    for address in pages(vacancy, professional):
        assert "They would serve" not in page(client.get(address)).text()


def test_acts_that_would_settle_what_is_open_say_what_they_lead_to(
    client, page, session, vacancy, professional
):
    professional.max_weeks = None
    session.flush()
    file, _ = pages(vacancy, professional)
    shown = page(client.get(file))
    stay = "State a stay of at least 8 weeks, if it is so"
    assert f"{stay}: every condition is then met" in shown.texts(".changes li")

    professional.modes = None
    session.flush()
    shown = page(client.get(file))
    assert f"{stay}: one thing less is open" in shown.texts(".changes li")
