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
    assert f"Signed by {reader.name} on" in after
    assert "Sign this check" not in after


def test_whoever_checked_has_no_button_and_is_refused(client, page, sign_in, check, colleague):
    sign_in(client, colleague)
    shown = page(client.get(licence_page(check)))
    assert "Sign this check" not in shown.text()
    values = shown.form().values | {"nonce": ["another"]}
    refused = client.post(sign_address(check), data=values)
    assert refused.status_code == 422
    assert "another coordinator has to sign it" in page(refused).text()


def test_answer_that_says_something_else_is_not_signed(client, page, check, reader):
    url = f"{licence_page(check)}/checks/{check.id}/disagree"
    assert url in page(client.get(licence_page(check))).links()
    refused = client.submit(url, why=" ")
    assert refused.status_code == 422
    assert "Say what you found instead" in page(refused).errors
    assert client.submit(url, why="The letter names another person").status_code == 303
    after = page(client.get(licence_page(check))).text()
    assert f"{reader.name} did not sign it on" in after
    assert "The letter names another person" in after
    assert "Sign this check" not in after
    again = client.get(url)
    assert again.location == licence_page(check)
    assert "Nothing waits for a signature here any more" in page(client.get(again.location)).text()


def test_signed_meanwhile_it_is_said(client, page, check, reader):
    url = f"{licence_page(check)}/checks/{check.id}/disagree"
    values = page(client.get(url)).form().fill(why="The letter names another person")
    check.countersigned_at = check.checked_at
    refused = client.post(url, data=values)
    assert refused.status_code == 422
    assert "Nothing waits for a signature here any more" in page(refused).text()
    assert "The letter names another person" in page(refused).form().values["why"]


def test_check_of_another_licence_is_not_there(client, check, reader):
    other = ActiveProfessionalFactory().licences[0]
    assert client.get(f"/coordinator/licences/{other.id}/checks/{check.id}/disagree").status_code == 404


def test_checks_of_colleagues_stand_in_a_queue_and_on_the_day(client, page, sign_in, check, reader):
    url = licence_page(check)
    assert url in page(client.get("/coordinator/licences?queue=to_sign")).links()
    assert "Checks to sign" in page(client.get("/coordinator/")).text()
    sign_in(client, check.checked_by)
    assert url not in page(client.get("/coordinator/licences?queue=to_sign")).links()
    assert url in page(client.get("/coordinator/licences?queue=with_colleague")).links()
    assert "Checks to sign" not in page(client.get("/coordinator/")).text()


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
