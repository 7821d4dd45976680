"""A passkey in a real browser, with a device that is made of software: added, used, taken away."""

import pytest

from tests.factories import UserFactory
from tests.journeys.service import running_service
from tests.support.databases import text_of

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def service(on_sqlite, tmp_path_factory):
    """Serve one database to all tests of this module: nothing is remembered between pages here."""
    with running_service(text_of(on_sqlite.url), tmp_path_factory.mktemp("service")) as service:
        yield service


@pytest.fixture
def person(service, session, make_person):
    """Somebody at the address that passkeys know: a name, not a number."""
    user = UserFactory()
    session.commit()
    person = make_person(user.email)
    person.service = type(service)(service.address.replace("127.0.0.1", "localhost"), service.mail)
    return person


def hold_device(person):
    devtools = person.context.new_cdp_session(person.page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return devtools, made["authenticatorId"]


def add_passkey(person):
    person.open("/account/security/passkeys")
    person.page.locator("[name=name]").fill("My telephone")
    person.page.locator("main .btn-primary").click()
    person.page.wait_for_url("**/recovery-codes*")


def test_passkey_is_the_second_step(person):
    hold_device(person)
    person.sign_in()
    add_passkey(person)
    person.page.locator("header form button").last.click()
    person.give_password()
    assert person.path() == "/account/second-step/passkey"
    person.page.locator("main .btn-primary").click()
    person.page.wait_for_url("**/professional/")
    person.open("/account/security/passkeys")
    assert "My telephone" in person.text()
    person.page.locator("main a[href$='/remove']").click()
    person.page.locator("main .btn-danger").click()
    assert "My telephone" not in person.text()


def test_another_device_does_not_do(person):
    devtools, device = hold_device(person)
    person.sign_in()
    add_passkey(person)
    person.page.locator("header form button").last.click()
    devtools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    person.give_password()
    person.page.locator("main .btn-primary").click()
    person.page.locator(".error-summary").wait_for()
    assert person.path() == "/account/second-step/passkey"
    assert "use another way" in person.text()


def test_without_scripts_there_are_the_other_ways(person, make_person):
    hold_device(person)
    person.sign_in()
    add_passkey(person)
    code = person.page.locator(".recovery-codes code").first.inner_text()
    plain = make_person(person.email, scripts=False)
    plain.service = person.service
    plain.give_password()
    plain.page.locator("main .btn-primary").click()
    assert "use another way" in plain.text()
    plain.page.locator("main a[href*='/recovery']").click()
    plain.send(code=code)
    assert plain.path() == "/professional/"
