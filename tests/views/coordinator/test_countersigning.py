"""Signing a colleague's check, on the page of the licence."""

import pytest

from tests.factories import ActiveProfessionalFactory, CoordinatorFactory
from tests.factories.scenes import make_waiting_check


@pytest.fixture
def colleague(session):
    return CoordinatorFactory()


@pytest.fixture
def check(colleague):
    return make_waiting_check(ActiveProfessionalFactory().licences[0], checked_by=colleague)


@pytest.fixture
def reader(client, sign_in, check):
    user = CoordinatorFactory()
    sign_in(client, user)
    return user


def licence_page(check):
    return f"/coordinator/licences/{check.licence_id}"


def sign_address(check):
    return f"{licence_page(check)}/checks/{check.id}/countersign"


def test_it_waits_for_a_colleague_until_one_signs(client, page, check, reader):
    before = page(client.get(licence_page(check)))
    assert "Waits for a colleague" in before.text()
    assert "waits for the signature of a second coordinator" in before.text()
    answer = client.submit(licence_page(check), action=sign_address(check))
    assert answer.status_code == 303
    after = page(client.get(licence_page(check))).text()
    assert "You have signed." in after
    assert "Counts as long as the licence stands as it is." in after
    assert "Sign this check" not in after


def test_whoever_checked_has_no_button_and_is_refused(client, page, sign_in, check, colleague):
    sign_in(client, colleague)
    shown = page(client.get(licence_page(check)))
    assert "Sign this check" not in shown.text()
    values = shown.form().values | {"nonce": ["another"]}
    refused = client.post(sign_address(check), data=values)
    assert refused.status_code == 422
    assert "another coordinator has to sign it" in page(refused).text()


def test_person_reads_that_it_is_checked_once(make_client, page, sign_in, check):
    browser = make_client()
    sign_in(browser, check.licence.professional.user)
    shown = page(browser.get("/professional/profile/licences")).text()
    assert "Checked once, waits for a second look" in shown


def test_person_and_coordinators_read_that_a_change_cost_the_check(client, page, make_client, sign_in):
    browser = make_client()
    licence = ActiveProfessionalFactory().licences[0]
    done = make_waiting_check(licence, checked_by=CoordinatorFactory())
    done.countersigned_at = done.checked_at
    sign_in(browser, licence.professional.user)
    assert "Verified on" in page(browser.get("/professional/profile/licences")).text()
    changed = browser.submit(f"/professional/profile/licences/{licence.id}", number="ZZ 1")
    assert changed.status_code == 303
    told = page(browser.get("/professional/profile/licences")).text()
    assert "No longer verified: you changed it after the check" in told
    sign_in(client, CoordinatorFactory())
    assert "Changed since it was checked" in page(client.get(licence_page(done))).text()
