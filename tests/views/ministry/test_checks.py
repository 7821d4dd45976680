"""Taking over what coordinators have checked, once the person is known."""

import pytest

from tests.factories import PlacementFactory
from tests.factories.scenes import make_verified_professional
from web.models.placement import PlacementStatus


def case_in(status):
    return PlacementFactory(status=status, professional=make_verified_professional())


@pytest.fixture
def case(session):
    case = case_in(PlacementStatus.AGREED)
    session.expire(case.professional)
    return case


@pytest.fixture
def official(client, sign_in, case):
    sign_in(client, case.vacancy.created_by)
    return case.vacancy.created_by


def case_page(case):
    return f"/ministry/cases/{case.id}"


def address(case):
    check = case.professional.licences[-1].verifications[-1]
    return f"{case_page(case)}/checks/{check.id}/accept"


def test_accepted_check_is_said_to_be_accepted(client, page, case, official):
    assert "Register looked up by coordinators of the programme" in page(client.get(case_page(case))).text()
    assert client.submit(case_page(case), action=address(case)).status_code == 303
    shown = page(client.get(case_page(case)))
    assert "Your ministry accepted this check on" in shown.text()
    assert not shown.soup.select(f'form[action="{address(case)}"]')


def test_other_ministry_has_its_own_word(  # noqa: PLR0917 -- fixtures
    client, page, case, official, make_client, sign_in
):
    client.submit(case_page(case), action=address(case))
    other = PlacementFactory(status=PlacementStatus.AGREED, professional=case.professional)
    browser = make_client()
    sign_in(browser, other.vacancy.created_by)
    assert "Accept this check" in page(browser.get(case_page(other))).text()
    assert browser.post(address(case)).status_code in {400, 404}


def test_nothing_is_shown_before_the_yes(client, page, sign_in):
    case = case_in(PlacementStatus.PROPOSED)
    sign_in(client, case.vacancy.created_by)
    assert "Licences that were checked" not in page(client.get(case_page(case))).text()
